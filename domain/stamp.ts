import { z } from 'zod';

/**
 * A hybrid logical clock reading (Kulkarni et al. 2014) as text that sorts by time: the UTC instant in milliseconds, a
 * counter of four hexadecimal digits that separates changes within one millisecond, and the first eight characters
 * of the device's random part, which break ties between devices.
 */
export const stampSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z-[0-9a-f]{4}-[0-9a-f]{8}$/, 'expected a stamp');
export type Stamp = string;

/** Gives the instant of a stamp in milliseconds since 1970, UTC. */
export function stampTime(stamp: Stamp): number {
  return Date.parse(stamp.slice(0, 24));
}

/** The characters by which a device is told apart in stamps: the random tail of its id. */
export function deviceMarkInStamp(device: string): string {
  return device.replaceAll('-', '').slice(-8);
}

/**
 * A clock whose every reading is later than all readings before and all stamps it was shown, even when the
 * machine's own clock goes backwards.
 */
export class Clock {
  #time = 0;
  #counter = 0;
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Takes note of a stamp made elsewhere or earlier. */
  observe(stamp: Stamp): void {
    const time = stampTime(stamp);
    const counter = Number.parseInt(stamp.slice(25, 29), 16);
    if (time > this.#time || (time === this.#time && counter > this.#counter)) {
      this.#time = time;
      this.#counter = counter;
    }
  }

  /** Gives the next stamp for a device. */
  next(device: string): Stamp {
    const now = this.#now();
    if (now > this.#time) {
      this.#time = now;
      this.#counter = 0;
    } else if (this.#counter < 0xffff) {
      this.#counter += 1;
    } else {
      this.#time += 1;
      this.#counter = 0;
    }
    const counter = this.#counter.toString(16).padStart(4, '0');
    return `${new Date(this.#time).toISOString()}-${counter}-${deviceMarkInStamp(device)}`;
  }
}

/** A common axis from 0 for several amounts. */
export interface Axis {
  /** The last tick; bars may not pass it. */
  max: number;
  ticks: number[];
}

/** Gives an axis with at most eight round ticks that leaves room beyond the largest number. */
export function axisFor(largest: number): Axis {
  const reach = Math.max(largest, 1) * 1.15;
  const power = 10 ** Math.floor(Math.log10(reach / 4));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => reach / n <= 6) ?? power * 10);
  const count = Math.ceil(reach / step);
  return { max: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

/** Where on an axis a number lies, in per cent of its length. */
export function percentOn(axis: Axis, number: number): number {
  return (Math.min(number, axis.max) / axis.max) * 100;
}

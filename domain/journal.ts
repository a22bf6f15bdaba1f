import { z } from 'zod';
import { idSchema } from './id.ts';
import { canonicalJson, canonicalPieces, jsonDigest, jsonSchema, TextHash, textDigest } from './json.ts';
import { stampSchema } from './stamp.ts';

/** A value in the journal: whole when it is short, else by the SHA-256 and length of its canonical JSON. */
export const journalValueSchema = z.union([
  z.object({ value: jsonSchema }),
  z.object({ sha256: z.string().length(64), characters: z.number().int() }),
]);
export type JournalValue = z.infer<typeof journalValueSchema>;

const longest = 600;

/**
 * One entry: what was done (`act`, a verb and its noun), to what (`about`), and what changed. `hash` is the SHA-256 over the
 * canonical JSON (RFC 8785) of the entry without it; `prev` is the hash before it, 64 zeros for the first.
 */
export const journalEntrySchema = z.object({
  case: idSchema,
  device: idSchema,
  /** Counts from 1 for each device. */
  seq: z.number().int().min(1),
  at: stampSchema,
  by: idSchema,
  act: z.string(),
  about: z.array(idSchema),
  changes: z.array(
    z.object({
      table: z.string(),
      id: z.string(),
      path: z.string(),
      before: journalValueSchema.optional(),
      after: journalValueSchema.optional(),
    }),
  ),
  /** What an act says beyond its changes: a file's name and hash, counts. */
  facts: z.record(z.string(), jsonSchema).optional(),
  prev: z.string().length(64),
  hash: z.string().length(64),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;

export const noHash = '0'.repeat(64);

/** Brings a value into the form the journal keeps; absent stays absent. */
export function journalValue(value: unknown): JournalValue | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return { value };
  const text = canonicalJson(value);
  if (text.length > longest) return { sha256: textDigest(text), characters: text.length };
  return { value: jsonSchema.parse(JSON.parse(text)) };
}

/**
 * Closes an entry with its hash, in steps: it yields nothing wherever others may have their turn (an entry about 10,000 records
 * takes a fifth of a second), and returns the entry.
 */
export function* sealing(entry: Omit<JournalEntry, 'hash'>): Generator<undefined, JournalEntry, undefined> {
  const hash = new TextHash();
  for (const piece of canonicalPieces(entry)) {
    hash.add(piece);
    yield;
  }
  return { ...entry, hash: hash.digest() };
}

/** Closes an entry with its hash at once. */
export function sealed(entry: Omit<JournalEntry, 'hash'>): JournalEntry {
  const steps = sealing(entry);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A place where a journal does not hold together. */
export const journalFaultSchema = z.object({
  device: idSchema,
  seq: z.number().int().min(1),
  fault: z.enum(['altered', 'missing', 'out-of-order', 'broken-link']),
});
export type JournalFault = z.infer<typeof journalFaultSchema>;

/**
 * Checks the chains of all devices in one case's journal, given in any order: each entry's hash, each link to the entry
 * before, and that no number is missing. Empty when all is intact.
 */
export function journalFaults(entries: Iterable<JournalEntry>): JournalFault[] {
  const check = new JournalCheck();
  const inOrder = [...entries].sort((a, b) => (a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1));
  for (const entry of inOrder) check.next(entry);
  return check.faults;
}

/** Checks a journal entry by entry, given by device and then by number, as {@link journalFaults} does all at once. */
export class JournalCheck {
  /** What was found so far. */
  readonly faults: JournalFault[] = [];
  #device = '';
  #seq = 0;
  #prev = noHash;
  #at = '';

  next(entry: JournalEntry): void {
    const { hash, ...rest } = entry;
    const { device, seq } = entry;
    if (device !== this.#device) [this.#device, this.#seq, this.#prev, this.#at] = [device, 0, noHash, ''];
    if (seq !== this.#seq + 1) this.faults.push({ device, seq: this.#seq + 1, fault: 'missing' });
    else if (entry.prev !== this.#prev) this.faults.push({ device, seq, fault: 'broken-link' });
    if (jsonDigest(rest) !== hash) this.faults.push({ device, seq, fault: 'altered' });
    if (entry.at <= this.#at) this.faults.push({ device, seq, fault: 'out-of-order' });
    [this.#seq, this.#prev, this.#at] = [seq, hash, entry.at];
  }
}

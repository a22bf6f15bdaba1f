import { z } from 'zod';
import { idSchema } from './id.ts';
import { canonicalJson, jsonDigest, jsonSchema, textDigest } from './json.ts';
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
  const text = canonicalJson(value);
  if (text.length > longest) return { sha256: textDigest(text), characters: text.length };
  return { value: jsonSchema.parse(JSON.parse(text)) };
}

/** Closes an entry with its hash. */
export function sealed(entry: Omit<JournalEntry, 'hash'>): JournalEntry {
  return { ...entry, hash: jsonDigest(entry) };
}

/** A place where a journal does not hold together. */
export interface JournalFault {
  device: string;
  seq: number;
  fault: 'altered' | 'missing' | 'out-of-order' | 'broken-link';
}

/**
 * Checks the chains of all devices in one case's journal, given in any order: each entry's hash, each link to the entry
 * before, and that no number is missing. Empty when all is intact.
 */
export function journalFaults(entries: Iterable<JournalEntry>): JournalFault[] {
  const byDevice = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    const chain = byDevice.get(entry.device);
    if (chain) chain.push(entry);
    else byDevice.set(entry.device, [entry]);
  }
  return [...byDevice].flatMap(([device, chain]) => chainFaults(device, chain));
}

function chainFaults(device: string, chain: JournalEntry[]): JournalFault[] {
  const faults: JournalFault[] = [];
  let seq = 0;
  let prev = noHash;
  let at = '';
  for (const entry of chain.sort((a, b) => a.seq - b.seq)) {
    const { hash, ...rest } = entry;
    if (entry.seq !== seq + 1) faults.push({ device, seq: seq + 1, fault: 'missing' });
    else if (entry.prev !== prev) faults.push({ device, seq: entry.seq, fault: 'broken-link' });
    if (jsonDigest(rest) !== hash) faults.push({ device, seq: entry.seq, fault: 'altered' });
    if (entry.at <= at) faults.push({ device, seq: entry.seq, fault: 'out-of-order' });
    seq = entry.seq;
    prev = entry.hash;
    at = entry.at;
  }
  return faults;
}

import mediaInfoAt from 'mediainfo.js/MediaInfoModule.wasm?url';
import PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs?worker';
import type { Draft, NoteDraft } from '#domain/intake/draft.ts';
import { sha256OfFile } from '#domain/intake/dropped-bytes.ts';
import { readFilmsWith } from '#domain/intake/film/film-streams.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { Drop, Importer, Recognised } from '#domain/intake/importer.ts';
import { recogniseAll } from '#domain/intake/importers.ts';
import { readPdfsIn } from '#domain/intake/pdf-text.ts';
import { dropOfFiles } from './drop-of-files.ts';
import type { GivenFile } from './dropped-files.ts';
import type { Answered, Asked, Chosen, Found, Stored } from './intake-protocol.ts';
import { type StoredFile, storeDraft, storeFile } from './store-draft.ts';

interface Held {
  readonly importer: Importer;
  readonly found: Recognised;
}

readPdfsIn(() => new PdfWorker());
readFilmsWith(mediaInfoAt);

let drop: Drop = new Map();
let held: readonly Held[] = [];

function answer(message: Answered): void {
  self.postMessage(message);
}

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  const doing = data.type === 'survey' ? survey(data.files) : read(data.chosen);
  doing.catch((error: unknown) => {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
    answer({ type: 'failed', code, message, stack });
  });
};

const everyMs = 80;
/** How many drafts are handed over at once. */
const stretch = 200;

/** Tells progress at most every 80 ms. */
function progressOver(total: number): { begin(at: string, before: number): (bytes: number) => void } {
  let last = 0;
  return {
    begin: (at, before) => (bytes) => {
      const now = Date.now();
      if (now - last < everyMs) return;
      last = now;
      answer({ type: 'progress', done: Math.min(total, before + bytes), total, at });
    },
  };
}

async function survey(files: readonly GivenFile[]): Promise<void> {
  drop = dropOfFiles(files);
  held = await recogniseAll(drop);
  const sizes = held.map(({ found }) => drop.get(found.main)?.size ?? 0);
  const progress = progressOver(sizes.reduce((sum, size) => sum + size, 0));
  const found: Found[] = [];
  let before = 0;
  for (const [n, { importer, found: what }] of held.entries()) {
    const bytes = sizes[n] ?? 0;
    found.push({
      n,
      importer: importer.name,
      version: importer.version,
      main: what.main,
      bytes,
      belongs: what.belongs.length,
      hasListing: importer.listing !== undefined,
      leftUnlessChosen: importer.leftUnlessChosen === true,
      survey: await importer.survey(what, drop, progress.begin(what.main, before)),
    });
    before += bytes;
  }
  answer({ type: 'surveyed', found });
}

async function read(chosen: readonly Chosen[]): Promise<void> {
  const sizes = chosen.map(({ n }) => drop.get(held[n]?.found.main ?? '')?.size ?? 0);
  const progress = progressOver(sizes.reduce((sum, size) => sum + size, 0));
  let before = 0;
  for (const [index, { n, choice }] of chosen.entries()) {
    const what = held[n];
    const main = what && drop.get(what.found.main);
    if (!what || !main) continue;
    const told = progress.begin(main.path, before);
    let drafts: Stored[] = [];
    let notes: NoteDraft[] = [];
    let findings: Finding[] = [];
    const waiting = () => drafts.length + notes.length + findings.length;
    const handOver = () => {
      if (waiting() > 0) answer({ type: 'some', drafts, notes, findings });
      [drafts, notes, findings] = [[], [], []];
    };
    for await (const item of what.importer.read(what.found, drop, choice, told)) {
      if ('finding' in item) findings.push(item.finding);
      else if ('note' in item) notes.push(item.note);
      else await take(item.draft, drafts, findings);
      if (waiting() >= stretch) handOver();
    }
    handOver();
    const original = await what.importer.original?.(what.found, drop, choice);
    const stored = original ? await storeFile(original.file, drop) : null;
    const more: StoredFile[] = [];
    for (const file of original?.more ?? []) {
      const one = await storeFile(file, drop);
      if (one) more.push(one);
    }
    const kept =
      stored && original ? { ...stored, how: original.how, ...(more.length > 0 ? { more } : {}) } : undefined;
    // What was stored whole was hashed on its way.
    const sha256 = kept?.how === 'whole' ? kept.sha256 : await sha256OfFile(main, () => {});
    answer({ type: 'one', one: { n, parts: [...choice.parts], mapping: choice.mapping, sha256, kept } });
    before += sizes[index] ?? 0;
  }
  answer({ type: 'read' });
}

async function take(draft: Draft, drafts: Stored[], findings: Finding[]): Promise<void> {
  const { stored, findings: missing } = await storeDraft(draft, drop);
  drafts.push(stored);
  findings.push(...missing);
}

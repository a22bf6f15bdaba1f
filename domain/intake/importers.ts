import { autoArchiver } from './auto-archiver.ts';
import { document } from './document.ts';
import { readRange } from './dropped-bytes.ts';
import { film } from './film.ts';
import { gallery } from './gallery.ts';
import type { Drop, DroppedFile, Importer, Recognised } from './importer.ts';
import { markdownNote } from './markdown-note.ts';
import { otherFile } from './other-file.ts';
import { photo } from './photo.ts';
import { subtitlesFile } from './subtitles-file.ts';
import { table } from './table.ts';
import { telegramExport } from './telegram-export.ts';
import { telegramPages } from './telegram-page-export.ts';
import { telegramPaste } from './telegram-paste.ts';
import { videoInfo } from './video-info.ts';
import { webArchive } from './web-archive.ts';
import { webPage } from './web-page.ts';

/** Every importer, the choosiest first. */
export const importers: readonly Importer[] = [
  telegramExport,
  telegramPages,
  telegramPaste,
  autoArchiver,
  webArchive,
  webPage,
  videoInfo,
  photo,
  film,
  gallery,
  subtitlesFile,
  table,
  markdownNote,
  document,
  otherFile,
];

/** How many bytes of first bytes are kept while all importers look at them: those of 1,000 large files, or of any number of small ones. */
const HELD = 65_536 * 1024;

/** Gives what each file of a drop is, each file once: what belongs to another is not offered by itself. */
export async function recogniseAll(drop: Drop): Promise<{ importer: Importer; found: Recognised }[]> {
  const all: { importer: Importer; found: Recognised }[] = [];
  const taken = new Set<string>();
  const headOf = headsOf(HELD);
  for (const importer of importers) {
    for (const file of drop.values()) {
      if (taken.has(file.path)) continue;
      const found = importer.recognise(await headOf(file), file, drop);
      if (!found) continue;
      all.push({ importer, found });
      for (const path of [found.main, ...found.belongs]) taken.add(path);
    }
  }
  return all;
}

/** Gives the first bytes of files, read once as long as they are together no more than `most`. */
function headsOf(most: number): (file: DroppedFile) => Promise<Uint8Array> {
  const heads = new Map<string, Uint8Array>();
  let held = 0;
  return async (file) => {
    const known = heads.get(file.path);
    if (known) return known;
    const head = await readRange(file, 0, 65_536);
    if (held + head.length <= most) {
      held += head.length;
      heads.set(file.path, head);
    }
    return head;
  };
}

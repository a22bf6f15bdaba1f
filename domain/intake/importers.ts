import { autoArchiver } from './auto-archiver.ts';
import { document } from './document.ts';
import { readRange } from './dropped-bytes.ts';
import { film } from './film.ts';
import { gallery } from './gallery.ts';
import type { Drop, Importer, Recognised } from './importer.ts';
import { otherFile } from './other-file.ts';
import { photo } from './photo.ts';
import { subtitlesFile } from './subtitles-file.ts';
import { table } from './table.ts';
import { telegramExport } from './telegram-export.ts';
import { telegramPages } from './telegram-page-export.ts';
import { telegramPaste } from './telegram-paste.ts';
import { videoInfo } from './video-info.ts';

/** Every importer, the choosiest first. */
export const importers: readonly Importer[] = [
  telegramExport,
  telegramPages,
  telegramPaste,
  autoArchiver,
  videoInfo,
  photo,
  film,
  gallery,
  subtitlesFile,
  table,
  document,
  otherFile,
];

/** Gives what each file of a drop is, each file once: what belongs to another is not offered by itself. */
export async function recogniseAll(drop: Drop): Promise<{ importer: Importer; found: Recognised }[]> {
  const all: { importer: Importer; found: Recognised }[] = [];
  const taken = new Set<string>();
  for (const importer of importers) {
    for (const file of drop.values()) {
      if (taken.has(file.path)) continue;
      const found = importer.recognise(await readRange(file, 0, 65536), file, drop);
      if (!found) continue;
      all.push({ importer, found });
      for (const path of [found.main, ...found.belongs]) taken.add(path);
    }
  }
  return all;
}

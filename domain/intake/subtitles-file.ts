import { mimeOfFile, sha256OfFile } from './dropped-bytes.ts';
import { nameOf } from './file-name.ts';
import type { Finding } from './finding.ts';
import type { Importer } from './importer.ts';
import { looksLikeSubtitles, transcriptOf } from './subtitles/subtitles.ts';
import { importerOfItems } from './survey-items.ts';
import { subtitlesOf } from './video-info/video-info-files.ts';

/** Reads subtitles that come without their film: a document of what is said, with the file itself, whose times are not lost. */
export const subtitlesFile: Importer = importerOfItems(
  {
    name: 'subtitles',
    version: '1',
    recognise: (head, file) =>
      looksLikeSubtitles(new TextDecoder().decode(head)) ? { main: file.path, belongs: [] } : undefined,
  },
  async function* ({ main }, drop, progress) {
    const file = drop.get(main);
    if (!file) return;
    const findings: Finding[] = [];
    const read = await subtitlesOf(file, new Set(), findings);
    for (const finding of findings) yield { finding };
    const sha256 = await sha256OfFile(file, progress);
    const name = nameOf(main);
    yield {
      draft: {
        key: `sha256:${sha256}`,
        edition: sha256,
        exhibit: {
          kind: 'document',
          title: name,
          ...(read?.language === undefined ? {} : { language: read.language }),
          body: { verbatim: read ? transcriptOf(read.cues) : '', translations: {} },
        },
        files: [{ name, mime: await mimeOfFile(file), role: 'original', path: main }],
      },
    };
  },
);

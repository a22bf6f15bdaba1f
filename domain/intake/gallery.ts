import { jsonDigest } from '#domain/json.ts';
import { readWhole, sha256OfFile } from './dropped-bytes.ts';
import { nameOf } from './file-name.ts';
import type { Finding } from './finding.ts';
import { isGalleryText, readGallery } from './gallery-sidecar.ts';
import type { Importer } from './importer.ts';
import { importerOfItems } from './survey-items.ts';

const LARGEST = 16 * 1024 * 1024;

/** Reads descriptions by gallery-dl whose picture or film is not among the files, and those of whole galleries: documents. */
export const gallery: Importer = importerOfItems(
  {
    name: 'gallery',
    version: '1',
    recognise: (head, file) =>
      isGalleryText(new TextDecoder().decode(head)) ? { main: file.path, belongs: [] } : undefined,
  },
  async function* ({ main }, drop, progress) {
    const file = drop.get(main);
    const bytes = file && (await readWhole(file, LARGEST, progress));
    if (!file) return;
    const findings: Finding[] = [];
    if (!bytes) findings.push({ code: 'too-large', path: main });
    const read = bytes && readGallery(new TextDecoder().decode(bytes), main, findings);
    const name = nameOf(main);
    if (read?.name !== undefined && name !== 'info.json')
      findings.push({ code: 'file-missing', path: main, detail: read.name });
    for (const finding of findings) yield { finding };
    const sha256 = await sha256OfFile(file, () => undefined);
    yield {
      draft: {
        key: read?.key ?? `sha256:${sha256}`,
        edition: read ? jsonDigest(read.raw) : sha256,
        exhibit: {
          kind: 'document',
          title: name,
          ...(read?.published ? { published: read.published } : {}),
          body: { verbatim: read?.caption ?? '', translations: {} },
        },
        files: [{ name, mime: 'application/json', role: 'original', path: main }],
        ...(read?.source ? { source: read.source } : {}),
        ...(read ? { raw: read.raw } : {}),
      },
    };
  },
);

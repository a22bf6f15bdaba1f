import { recogniseMime } from '#domain/mime.ts';
import { decodeText, isTextual } from './decode-text.ts';
import { mimeOfFile, readWhole } from './dropped-bytes.ts';
import { nameOf, splitEnding } from './file-name.ts';
import type { Finding } from './finding.ts';
import type { Drop, Importer, Item, Progress } from './importer.ts';
import { documentOf, nameFindings } from './other-file.ts';
import { MOST_TEXT, type PdfRead, readPdf } from './pdf-text.ts';
import { importerOfItems } from './survey-items.ts';

const LARGEST = 256 * 1024 * 1024;
const TEXTS = new Set(['txt', 'text', 'eml', 'log']);

/** Reads PDF files and plain text: documents with the words that stand in them, so that they are found and quoted. */
export const document: Importer = importerOfItems(
  {
    name: 'document',
    version: '1',
    recognise: (head, file) =>
      recogniseMime(head) === 'application/pdf' || (file.size > 0 && isPlainText(head, file.path))
        ? { main: file.path, belongs: [] }
        : undefined,
  },
  async function* ({ main }, drop, progress, choice) {
    yield* items(main, drop, progress, { withText: choice !== undefined });
  },
);

async function* items(
  path: string,
  drop: Drop,
  progress: Progress,
  { withText }: { withText: boolean },
): AsyncGenerator<Item> {
  const file = drop.get(path);
  if (!file) return;
  for (const finding of nameFindings(path)) yield { finding };
  const bytes = await readWhole(file, LARGEST, () => undefined);
  const findings: Finding[] = bytes ? [] : [{ code: 'too-large', path }];
  const isPdf = (await mimeOfFile(file)) === 'application/pdf';
  const read = !bytes ? undefined : isPdf ? await readPdf(bytes, { withText }) : readText(bytes, path, findings);
  if (read?.is === 'locked') findings.push({ code: 'locked', path });
  if (read?.is === 'damaged') findings.push({ code: 'not-readable', path, detail: 'PDF' });
  const known = read?.is === 'read' ? read : undefined;
  if (known && known.text.length > MOST_TEXT) findings.push({ code: 'too-large', path, detail: `${MOST_TEXT}` });
  for (const finding of findings) yield { finding };
  const draft = await documentOf(file, progress, {
    ...(known && isPdf ? { pages: known.pages } : {}),
    verbatim: known ? known.text.slice(0, MOST_TEXT) : '',
    translations: {},
  });
  yield { draft: known && isPdf ? { ...draft, raw: known.info } : draft };
}

function readText(bytes: Uint8Array, path: string, findings: Finding[]): Extract<PdfRead, { is: 'read' }> {
  const { text, encoding, guessed } = decodeText(bytes);
  if (guessed) findings.push({ code: 'guessed', path, place: 'encoding', detail: encoding });
  return { is: 'read', pages: 0, info: {}, text: text.replaceAll('\r\n', '\n').trim() };
}

/** Text that calls itself so, and has no byte that text has not. Other text (a program, a style) is nobody's statement. */
function isPlainText(head: Uint8Array, path: string): boolean {
  return TEXTS.has(splitEnding(nameOf(path)).ending) && isTextual(head);
}

import type { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF file says of itself: its pages, and the words that stand on them as text. */
export type PdfRead =
  | {
      readonly is: 'read';
      readonly pages: number;
      readonly info: Readonly<Record<string, string>>;
      readonly text: string;
    }
  | { readonly is: 'locked' | 'damaged' };

/** Beyond this many characters the text of a document is cut: it stays whole in the file. */
export const MOST_TEXT = 1_000_000;

type Port = PDFWorker['port'];

let makePort: (() => Port) | undefined;

/** Says how pdf.js gets a worker of its own: a browser's must be named to the one who builds the app. Under Node it needs none. */
export function readPdfsIn(make: () => Port): void {
  makePort = make;
}

/**
 * Reads a PDF with pdf.js: how many pages, what it says of itself (title, author, program, dates, as written), and the text of its pages in their order, an empty line between two.
 * Nothing in it is run: scripts, forms and actions are not looked at. Without `withText` only its frame is read. A picture of a
 * page has no text. What needs a password, and what is no PDF inside, is said.
 */
export async function readPdf(bytes: Uint8Array<ArrayBuffer>, { withText }: { withText: boolean }): Promise<PdfRead> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const worker = makePort && PDFWorker.create({ port: makePort() });
  // Subtle: pdf.js takes the bytes over, and the caller may need them.
  const loading = getDocument({
    data: bytes.slice(),
    ...(worker && { worker }),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    const { info } = await document.getMetadata();
    const said = Object.entries(info).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    let text = '';
    for (let n = 1; withText && n <= document.numPages && text.length <= MOST_TEXT; n += 1) {
      const page = await document.getPage(n);
      const { items } = await page.getTextContent();
      const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      if (words.trim() !== '') text += `${text === '' ? '' : '\n\n'}${words.trim()}`;
      page.cleanup();
    }
    return { is: 'read', pages: document.numPages, info: Object.fromEntries(said), text };
  } catch (error) {
    return { is: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' };
  } finally {
    await loading.destroy();
    worker?.port.terminate();
  }
}

import type { PDFDocumentProxy } from 'pdfjs-dist';
import PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs?worker';

/**
 * Opens a PDF with pdf.js, which is loaded with the first one and works in a worker of its own. Gives why where it cannot be
 * opened. `close` ends the worker and what is under way.
 */
export function openPdf(url: string): {
  readonly document: Promise<PDFDocumentProxy | 'locked' | 'damaged'>;
  readonly close: () => void;
} {
  const port = new PdfWorker();
  const open = async () => {
    const { getDocument, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const worker = PDFWorker.create({ port });
    return getDocument({ url, worker, isEvalSupported: false, enableXfa: false, verbosity: 0 }).promise;
  };
  const document = open().catch((error: unknown) =>
    error instanceof Error && error.name === 'PasswordException' ? ('locked' as const) : ('damaged' as const),
  );
  return { document, close: () => port.terminate() };
}

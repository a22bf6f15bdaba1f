/** The worker half of pdf.js, which its types leave out; only what pdf.js itself asks of it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}

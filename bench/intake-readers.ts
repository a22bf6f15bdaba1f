/** What bench/intake.mjs measures, for the bundler: Node 20 reads no TypeScript. */

export { mp4Of } from '#domain/intake/film/film.fixture.ts';
export { importers, recogniseAll } from '#domain/intake/importers.ts';
export { pdfOf } from '#domain/intake/pdf.fixture.ts';
export { jpegOf } from '#domain/intake/photo/jpeg.fixture.ts';
export { recordOf, waczOf } from '#domain/intake/web-archive/archive.fixture.ts';
export { splitJson } from '#domain/json-stream.ts';

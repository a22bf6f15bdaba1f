import type { Drop, DroppedFile } from '#domain/intake/importer.ts';
import type { GivenFile } from './dropped-files.ts';

/** Makes given files readable for importers. Files chosen out of several folders may share a path; each keeps a place of its own, so that none covers another. */
export function dropOfFiles(files: readonly GivenFile[]): Drop {
  const all = new Map<string, DroppedFile>();
  for (const { path, file } of files) {
    let place = path;
    for (let n = 2; all.has(place); n += 1) place = `(${n})/${path}`;
    all.set(place, droppedFile(place, file));
  }
  return all;
}

function droppedFile(path: string, file: File): DroppedFile {
  return {
    path,
    size: file.size,
    bytes: (from = 0, to = file.size) => streamOf(from === 0 && to >= file.size ? file : file.slice(from, to)),
  };
}

async function* streamOf(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

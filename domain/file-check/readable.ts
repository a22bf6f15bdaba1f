/** Bytes that are read where they are wanted: a `File`, a `Blob`, or a file opened through the shell. */
export interface Readable {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/**
 * What the frame of a file tells of it. `cut-off`: it announces more bytes than are there, or its end is missing; `damaged`: its
 * parts do not follow from one another; `not-told`: of a sort whose end cannot be told from its frame. `whole` says only that the
 * frame is complete, not that every picture in it can be decoded.
 */
export type FileState = 'whole' | 'cut-off' | 'damaged' | 'not-told';

/** Reads bytes from a place; fewer at the end of the file. */
export async function readAt(file: Readable, at: number, length: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(at, Math.min(file.size, at + length)).arrayBuffer());
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** After so many parts a file is no ordinary film or picture: it is looked at no further. */
export const MOST_PARTS = 20_000;

import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { FileUnreadable } from './bag.ts';
import { type ByteSource, openZip } from './zip.ts';

const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (from, to) => bytes.slice(from, to),
  async *pieces(from, to) {
    yield bytes.slice(from, to);
  },
});

/** A ZIP with one packed file, and its bytes changed from a place on. */
function packed(change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = zipSync({ 'a.txt': new TextEncoder().encode('The convoy left at dawn. '.repeat(100)) }, { level: 6 });
  change(bytes);
  return bytes;
}

async function read(bytes: Uint8Array): Promise<number> {
  const { files } = await openZip(sourceOf(bytes));
  let length = 0;
  for (const file of files) for await (const piece of file.read()) length += piece.length;
  return length;
}

test('a packed file is read whole', async () => {
  expect(await read(packed(() => undefined))).toBe(2500);
});

test.each([
  ['its own header is another', 0],
  ['its packed bytes are others', 40],
])('a packed file of which %s is refused, and nobody waits for it', async (_, at) => {
  const bytes = packed((all) => all.fill(0xff, at, at + 4));
  await expect(read(bytes)).rejects.toBeInstanceOf(FileUnreadable);
});

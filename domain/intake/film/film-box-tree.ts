/** A box of an ISO base media file (ISO/IEC 14496-12, 4.2): its type, and where its content lies in the bytes given. */
export interface FilmBox {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** Gives the boxes that follow one another in a stretch; one that is longer than the stretch ends with it. */
export function boxesIn(data: DataView, from: number, to: number): FilmBox[] {
  const boxes: FilmBox[] = [];
  let at = from;
  while (at + 8 <= to) {
    const short = data.getUint32(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > to) break;
    const length = short === 0 ? to - at : short === 1 ? Number(data.getBigUint64(at + 8)) : short;
    if (length < head) break;
    boxes.push({ type: typeAt(data, at + 4), from: at + head, to: Math.min(to, at + length) });
    at += length;
  }
  return boxes;
}

/** Gives the four characters of a type, each byte as one. */
export function typeAt(data: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((place) => data.getUint8(at + place)));
}

/** Gives the first box of a type within another, or along a way of types. */
export function boxAt(
  data: DataView,
  within: { readonly from: number; readonly to: number },
  ...types: string[]
): FilmBox | undefined {
  let found: FilmBox | undefined;
  let [from, to] = [within.from, within.to];
  for (const type of types) {
    found = boxesIn(data, from, to).find((box) => box.type === type);
    if (!found) return undefined;
    [from, to] = [found.from, found.to];
  }
  return found;
}

/** Gives the text of a stretch: UTF-8, without the zero that ends it. */
export function textIn(data: DataView, from: number, to: number): string {
  if (to <= from) return '';
  return new TextDecoder().decode(new Uint8Array(data.buffer, data.byteOffset + from, to - from)).replace(/\0+$/, '');
}

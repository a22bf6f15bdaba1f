interface Box {
  readonly type: string;
  /** Where its content begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** The quarter turns of `irot`, against the clock, as EXIF counts orientations. */
const TURNED = [1, 8, 3, 6];

/**
 * Reads the width and height, in pixels, of the primary picture of an AVIF or HEIC: the `ispe` property of the item that `pitm`
 * names (ISO/IEC 23008-12, 6.5.3), which for a picture of tiles is that of the whole. Where no item is named, the largest of all.
 * `orientation` is how `irot` turns it, as EXIF counts; the EXIF orientation in such files says the same once more, not in addition.
 * Undefined when there is none; throws a RangeError when it lies beyond the bytes given.
 */
export function readBoxedSize(data: DataView): { width: number; height: number; orientation?: number } | undefined {
  const meta = boxesIn(data, 0, data.byteLength).find(({ type }) => type === 'meta');
  if (!meta) throw new RangeError('No meta box in the bytes given.');
  if (meta.to > data.byteLength) throw new RangeError('The meta box goes on beyond the bytes given.');
  const parts = boxesIn(data, meta.from + 4, meta.to);
  const properties = parts.find(({ type }) => type === 'iprp');
  if (!properties) return undefined;
  const [inside, primary] = [boxesIn(data, properties.from, properties.to), parts.find(({ type }) => type === 'pitm')];
  const container = inside.find(({ type }) => type === 'ipco');
  if (!container) return undefined;
  const all = boxesIn(data, container.from, container.to);
  const item =
    primary && (data.getUint8(primary.from) === 0 ? data.getUint16 : data.getUint32).call(data, primary.from + 4);
  const own =
    item === undefined
      ? []
      : inside.flatMap((box) => (box.type === 'ipma' ? propertiesOf(data, box, item) : [])).map((n) => all[n - 1]);
  const size = own.find((box) => box?.type === 'ispe');
  const turn = own.find((box) => box?.type === 'irot');
  if (size)
    return { ...sizeIn(data, size), ...(turn ? { orientation: TURNED[data.getUint8(turn.from) & 3] ?? 1 } : {}) };
  const sizes = all.filter(({ type }) => type === 'ispe').map((box) => sizeIn(data, box));
  return sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
}

function sizeIn(data: DataView, { from }: Box): { width: number; height: number } {
  return { width: data.getUint32(from + 4), height: data.getUint32(from + 8) };
}

/** The boxes that follow one another in a stretch; the last may be longer than it. */
function boxesIn(data: DataView, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const short = data.getUint32(at);
    const head = short === 1 ? 16 : 8;
    const length = short === 0 ? to - at : short === 1 ? Number(data.getBigUint64(at + 8)) : short;
    if (length < head) break;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((place) => data.getUint8(at + place)));
    boxes.push({ type, from: at + head, to: at + length });
    at += length;
  }
  return boxes;
}

/** The properties, as places from 1 in `ipco`, that an `ipma` box gives to an item. */
function propertiesOf(data: DataView, box: Box, item: number): number[] {
  const version = data.getUint8(box.from);
  const isWide = (data.getUint8(box.from + 3) & 1) === 1;
  const count = data.getUint32(box.from + 4);
  let at = box.from + 8;
  for (let n = 0; n < count && at < box.to; n += 1) {
    const of = version < 1 ? data.getUint16(at) : data.getUint32(at);
    at += version < 1 ? 2 : 4;
    const given = data.getUint8(at);
    at += 1;
    const first = at;
    at += given * (isWide ? 2 : 1);
    if (of !== item) continue;
    return Array.from({ length: given }, (_, place) =>
      isWide ? data.getUint16(first + place * 2) & 0x7fff : data.getUint8(first + place) & 0x7f,
    );
  }
  return [];
}

import type { PhotoMetadata, PhotoTags, Saying } from './photo-metadata.ts';
import { tagText } from './photo-tags.ts';

type Differ = PhotoMetadata['differ'][number];

/** Matters that several places of a file tell, by the tags that tell them. Times, places and sizes are compared elsewhere. */
const MATTERS: Readonly<Record<string, readonly (readonly [where: string, group: string, tag: string])[]>> = {
  author: [
    ['EXIF Artist', 'exif', 'Artist'],
    ['XMP creator', 'xmp', 'creator'],
    ['IPTC By-line', 'iptc', 'By-line'],
    ['XMP file creator', 'sidecar', 'creator'],
  ],
  rights: [
    ['EXIF Copyright', 'exif', 'Copyright'],
    ['XMP rights', 'xmp', 'rights'],
    ['IPTC Copyright Notice', 'iptc', 'Copyright Notice'],
    ['XMP file rights', 'sidecar', 'rights'],
  ],
  caption: [
    ['EXIF ImageDescription', 'exif', 'ImageDescription'],
    ['XMP description', 'xmp', 'description'],
    ['IPTC Caption/Abstract', 'iptc', 'Caption/Abstract'],
    ['XMP file description', 'sidecar', 'description'],
  ],
  camera: [
    ['EXIF Model', 'exif', 'Model'],
    ['XMP Model', 'xmp', 'Model'],
    ['XMP file Model', 'sidecar', 'Model'],
  ],
  city: [
    ['XMP City', 'xmp', 'City'],
    ['IPTC City', 'iptc', 'City'],
    ['XMP file City', 'sidecar', 'City'],
  ],
};

/** Gives the matters on which EXIF, XMP and IPTC say different things, with what each says; spaces at the ends do not count. */
export function differencesIn(tags: PhotoTags): Differ[] {
  return Object.entries(MATTERS).flatMap(([what, places]): Differ[] => {
    const sayings = places.flatMap(([where, group, tag]): Saying[] => {
      const says = tagText(tags, group, tag);
      return says === undefined ? [] : [{ where, says }];
    });
    return areAlike(sayings) ? [] : [{ what, sayings }];
  });
}

function areAlike(sayings: readonly Saying[]): boolean {
  return new Set(sayings.map(({ says }) => says.normalize('NFC'))).size <= 1;
}

/** Compares the size that EXIF tells with that of the picture itself: another one means it was cut or scaled since. */
export function sizeDifference(tags: PhotoTags, width: number, height: number): Differ | undefined {
  const [w, h] = [tagText(tags, 'exif', 'PixelXDimension'), tagText(tags, 'exif', 'PixelYDimension')].map(Number);
  if (!w || !h) return undefined;
  // A program that turns the pixels may leave the two as they were.
  const isSame = (w === width && h === height) || (w === height && h === width);
  if (isSame) return undefined;
  return {
    what: 'size',
    sayings: [
      { where: 'EXIF PixelXDimension × PixelYDimension', says: `${w} × ${h}` },
      { where: 'the picture', says: `${width} × ${height}` },
    ],
  };
}

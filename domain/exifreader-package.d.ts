/** What Casebound uses of ExifReader 4.46. Its own types bring those of Node along, which the domain has not. */
declare module 'exifreader/dist/exif-reader.js' {
  export interface Tag {
    readonly value?: unknown;
    readonly description?: unknown;
  }
  /** Groups such as `exif`, `xmp`, `iptc`, `icc`, each with its tags by name; `Thumbnail` holds bytes. */
  export type ExpandedTags = Readonly<Record<string, Readonly<Record<string, Tag | string | number | undefined>>>>;
  interface Options {
    readonly expanded: true;
    readonly includeUnknown?: boolean;
    /** A worker has no DOMParser of its own. */
    readonly domParser: { parseFromString(text: string, type: string): unknown };
  }
  const ExifReader: { load(bytes: ArrayBuffer, options: Options): ExpandedTags };
  export default ExifReader;
}

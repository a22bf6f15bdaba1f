/** The part of libheif's JavaScript that is used; its own types are those of the C interface. */
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  export interface HeifImage {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    /** Fills in the pixels, then calls back; with null when that failed. */
    display(into: ImageData, done: (shown: ImageData | null) => void): void;
    free(): void;
  }
  export default function load(): Promise<{
    readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
  }>;
}

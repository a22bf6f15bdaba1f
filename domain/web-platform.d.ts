/**
 * What every place this code runs in has (window, worker, Node 20) and TypeScript's own library does not tell of. Only
 * what domain uses; the other layers see the full declarations of their platform.
 */
interface TextDecoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}
declare var TextDecoder: new (encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) => TextDecoder;

interface TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare var TextEncoder: new () => TextEncoder;

interface ReadableStream<R = unknown> {
  [Symbol.asyncIterator](): AsyncIterableIterator<R>;
}
interface WritableStream<W = unknown> {
  abort(reason?: W): Promise<void>;
}
declare var TransformStream: new <T>() => { readable: ReadableStream<T>; writable: WritableStream<T> };

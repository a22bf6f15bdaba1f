import { sha256 as sumOf } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { gzipSync, zipSync } from 'fflate';

const bytesOf = (text: string | Uint8Array) => (typeof text === 'string' ? new TextEncoder().encode(text) : text);
const joined = (parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const sha256 = (...parts: Uint8Array[]) => bytesToHex(sumOf(joined(parts)));

/** An answer to be archived. */
export interface Answered {
  readonly url: string;
  readonly date?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Instead of the right one. */
  readonly payloadDigest?: string;
}

/** A record of a WARC file with an HTTP answer and its digests. */
export function recordOf({ url, date, type = 'text/html', headers = {}, body, payloadDigest }: Answered): Uint8Array {
  const payload = bytesOf(body);
  const head = bytesOf(
    `HTTP/1.1 200 OK\r\n${Object.entries({ 'Content-Type': type, ...headers })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
  );
  const block = joined([head, payload]);
  const lines = [
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${date ?? '2024-07-28T10:00:00Z'}`,
    'Content-Type: application/http; msgtype=response',
    `WARC-Payload-Digest: ${payloadDigest ?? `sha256:${sha256(payload)}`}`,
    `WARC-Block-Digest: sha256:${sha256(block)}`,
    `Content-Length: ${block.length}`,
  ];
  return joined([bytesOf(`${lines.join('\r\n')}\r\n\r\n`), block, bytesOf('\r\n\r\n')]);
}

/** A WARC file, each record packed by itself as archivers do. */
export function warcOf(records: readonly Uint8Array[]): Uint8Array {
  return joined(records.map((record) => gzipSync(record)));
}

export interface Packed {
  readonly records: readonly Uint8Array[];
  /** Lines of pages.jsonl below its heading; none leaves the list out. */
  readonly pages?: readonly (object | string)[];
  /** Hashes as js-wacz 0.1.6 writes them: of the bytes taken twice. */
  readonly doubled?: boolean;
  /** Changes the files after their hashes were taken; a file set to undefined is left out. */
  readonly after?: (files: Record<string, Uint8Array>) => void;
  readonly signed?: boolean;
}

/** A WACZ with its list of pages, its package and that one's digest. */
export function waczOf({ records, pages, doubled = false, after, signed = false }: Packed): Uint8Array {
  const files: Record<string, Uint8Array> = { 'archive/data.warc.gz': warcOf(records) };
  if (pages) {
    const lines = [{ format: 'json-pages-1.0', id: 'pages', title: 'All Pages' }, ...pages];
    files['pages/pages.jsonl'] = bytesOf(
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    );
  }
  const resources = Object.entries(files).map(([path, content]) => ({
    name: path,
    path,
    hash: `sha256:${doubled ? sha256(content, content) : sha256(content)}`,
    bytes: content.length,
  }));
  const datapackage = bytesOf(
    JSON.stringify({
      profile: 'data-package',
      wacz_version: '1.1.1',
      software: 'test 1',
      title: 'Kept pages',
      resources,
    }),
  );
  files['datapackage.json'] = datapackage;
  files['datapackage-digest.json'] = bytesOf(
    JSON.stringify({
      path: 'datapackage.json',
      hash: `sha256:${sha256(datapackage)}`,
      ...(signed && { signedData: { hash: 'x' } }),
    }),
  );
  after?.(files);
  return zipSync(files, { level: 0 });
}

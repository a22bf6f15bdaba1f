import { ByteReader, TooMuchInside, unpacked } from './warc-bytes.ts';
import { StatedDigest, type Verdict } from './warc-digest.ts';

const MOST_LINE = 65_536;
const MOST_HEADERS = 200;
/** The body of an answer is kept as far as this; it is summed to its end. */
export const MOST_BODY = 16 * 1024 * 1024;
/** Text packs a hundred times, hardly more; bombs a thousand. */
const MOST_RATIO = 200;
const ALWAYS = 256 * 1024 * 1024;

/** A record of a WARC file. */
export interface WarcRecord {
  /** Counted from 1 in the file. */
  readonly n: number;
  /** By their names in lower case; of several of one name the first. */
  readonly headers: ReadonlyMap<string, string>;
  /** Of an HTTP answer: its status, headers and body as it was sent, where its bytes were asked for. */
  readonly answer?: {
    readonly status: number;
    readonly headers: ReadonlyMap<string, string>;
    readonly body: Uint8Array;
  };
  readonly block: Verdict;
  readonly payload: Verdict;
}

/** A record, or why there is no further one. */
export type WarcStep =
  | { readonly record: WarcRecord }
  | { readonly fault: 'not-readable' | 'cut-short' | 'too-large'; readonly n: number };

/**
 * Reads the records of a WARC file (ISO 28500, versions 0.17 to 1.1), packed as gzip or not, in one pass and with flat memory; each
 * record's digests are held against its bytes. `wants` says by a record's headers whether the body of its answer is kept. What cannot be
 * read ends the reading with a fault; what came before stays.
 */
export async function* warcRecords(
  { size, bytes }: { readonly size: number; bytes(): AsyncIterable<Uint8Array<ArrayBuffer>> },
  wants: (headers: ReadonlyMap<string, string>) => boolean,
): AsyncGenerator<WarcStep> {
  const reader = new ByteReader(unpacked(bytes(), Math.max(ALWAYS, size * MOST_RATIO)));
  let n = 1;
  try {
    for (;;) {
      const version = await firstLine(reader);
      if (version === undefined) return;
      if (version === null || !/^WARC\/[01]\.\d+$/.test(version)) return yield { fault: 'not-readable', n };
      const headers = await headersOf(reader);
      const length = Number(headers?.get('content-length'));
      if (!headers || !Number.isSafeInteger(length) || length < 0) return yield { fault: 'not-readable', n };
      const before = reader.read;
      const content = await contentOf(reader, headers, length, wants);
      if (reader.read - before < length) return yield { fault: 'cut-short', n };
      yield { record: { n, headers, ...content } };
      n += 1;
    }
  } catch (error) {
    // What unpacks gzip throws on bytes that are none.
    yield { fault: error instanceof TooMuchInside ? 'too-large' : 'not-readable', n };
  }
}

/** The first line that is not empty: two line ends stand behind each record. */
async function firstLine(reader: ByteReader): Promise<string | undefined | null> {
  for (;;) {
    const line = await reader.line(MOST_LINE);
    if (line !== '') return line;
  }
}

/** The lines of names and values up to the empty one; undefined when they are none, or without end. */
async function headersOf(reader: ByteReader): Promise<Map<string, string> | undefined> {
  const headers = new Map<string, string>();
  let last = '';
  for (let count = 0; count < MOST_HEADERS; count += 1) {
    const line = await reader.line(MOST_LINE);
    if (line === undefined || line === null) return undefined;
    if (line === '') return headers;
    if (/^[ \t]/.test(line)) {
      headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) return undefined;
    last = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(last)) headers.set(last, line.slice(colon + 1).trim());
  }
  return undefined;
}

type Content = Pick<WarcRecord, 'answer' | 'block' | 'payload'>;

async function contentOf(
  reader: ByteReader,
  headers: ReadonlyMap<string, string>,
  length: number,
  wants: (headers: ReadonlyMap<string, string>) => boolean,
): Promise<Content> {
  const block = await StatedDigest.read(headers.get('warc-block-digest'));
  const payload = await StatedDigest.read(headers.get('warc-payload-digest'));
  const isHttp = /^application\/http\b/i.test(headers.get('content-type') ?? '');
  const isRevisit = headers.get('warc-type') === 'revisit';
  const keeps = isHttp && wants(headers);
  const body: Uint8Array[] = [];
  let kept = 0;
  // The bytes before the body: the first line and the headers of the answer.
  let head: number[] | null = isHttp ? [] : null;
  let isInChunks = false;
  const take = (part: Uint8Array) => {
    payload?.update(part);
    if (!keeps || kept >= MOST_BODY) return;
    const some = part.slice(0, MOST_BODY - kept);
    kept += some.length;
    body.push(some);
  };
  for await (const part of reader.take(length)) {
    block?.update(part);
    let from = 0;
    while (head && from < part.length) {
      head.push(part[from] ?? 0);
      from += 1;
      if (endsHead(head)) {
        if (keeps) body.unshift(Uint8Array.from(head));
        isInChunks = /^transfer-encoding:.*\bchunked\b/im.test(new TextDecoder('latin1').decode(Uint8Array.from(head)));
        head = null;
      } else if (head.length > MOST_LINE * 4) head = null;
    }
    if (!head && from < part.length) take(part.subarray(from));
  }
  // Archivers do not agree whether the payload of an answer in chunks has the chunks in it (RFC 9112, 7.1): no judgement then.
  const judged = verdictOf(payload);
  const [first, ...rest] = body;
  const answer = keeps && first ? answerOf(first, rest) : undefined;
  return {
    ...(answer && { answer }),
    block: verdictOf(block),
    // Of a revisit the payload lies elsewhere.
    payload:
      isRevisit || headers.has('warc-segment-number') || (isInChunks && judged === 'differs') ? 'unstated' : judged,
  };
}

function verdictOf(digest: StatedDigest | undefined): Verdict {
  return digest ? (digest.isSame() ? 'same' : 'differs') : 'unstated';
}

function endsHead(head: readonly number[]): boolean {
  const end = head.length;
  if (head[end - 1] !== 10) return false;
  return head[end - 2] === 10 || (head[end - 2] === 13 && head[end - 3] === 10);
}

function answerOf(head: Uint8Array, rest: readonly Uint8Array[]): WarcRecord['answer'] {
  const [first = '', ...lines] = new TextDecoder('latin1').decode(head).split(/\r?\n/);
  const status = Number(/^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(first)?.[1]);
  if (!Number.isInteger(status)) return undefined;
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  const body = new Uint8Array(rest.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of rest) {
    body.set(part, at);
    at += part.length;
  }
  return { status, headers, body };
}

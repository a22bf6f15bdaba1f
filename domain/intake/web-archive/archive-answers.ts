import { FileUnreadable } from '#domain/case-file/bag.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { Progress } from '#domain/intake/importer.ts';
import { type WarcRecord, warcRecords } from './warc-records.ts';

/** A WARC file: one that was dropped, or one inside a WACZ. */
export interface WarcFile {
  readonly path: string;
  readonly size: number;
  read(): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** An answer in an archive with its body, by which a page is shown. */
export interface ArchivedAnswer extends NonNullable<WarcRecord['answer']> {
  readonly url: string;
  /** As written. */
  readonly date: string | undefined;
  /** Whether its bytes are those that the record's digests state. */
  readonly verdict: 'same' | 'differs' | 'unstated';
  /** A revisit says that the same was answered as at another time: the body lies in that record. */
  readonly of: 'response' | 'revisit';
  /** The digest that is stated for the body, as written. */
  readonly digest: string | undefined;
}

/** So many altered records are told one by one. */
const MOST_TOLD = 100;

/**
 * Reads all records of a WARC file, holds their digests against their bytes, and gives the answers to requests for the addresses that are
 * wanted. What is wrong with the file comes as findings at the end, with how many records are as they were written.
 */
export async function* archiveAnswers(
  file: WarcFile,
  path: string,
  wants: (url: string) => boolean,
  progress: Progress,
): AsyncGenerator<{ readonly answer: ArchivedAnswer } | { readonly finding: Finding }> {
  const place = (n: number) => (file.path === path ? `record ${n}` : `${file.path}, record ${n}`);
  let same = 0;
  let differing = 0;
  let read = 0;
  async function* bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const piece of file.read()) {
      read += piece.length;
      progress(read);
      yield piece;
    }
  }
  const isWanted = (headers: ReadonlyMap<string, string>) => {
    const type = headers.get('warc-type');
    return (type === 'response' || type === 'revisit') && wants(addressOf(headers));
  };
  try {
    for await (const step of warcRecords({ size: file.size, bytes }, isWanted)) {
      if ('fault' in step) {
        yield { finding: { code: step.fault, path, place: place(step.n) } };
        continue;
      }
      const { record } = step;
      const verdicts = [record.block, record.payload];
      const verdict = verdicts.includes('differs') ? 'differs' : verdicts.includes('same') ? 'same' : 'unstated';
      const url = addressOf(record.headers);
      if (verdict === 'same') same += 1;
      if (verdict === 'differs') {
        differing += 1;
        if (differing <= MOST_TOLD)
          yield { finding: { code: 'hash-differs', path, place: place(record.n), detail: url.slice(0, 300) } };
      }
      const { answer, headers } = record;
      const of = headers.get('warc-type') === 'revisit' ? 'revisit' : 'response';
      const told = {
        url,
        date: headers.get('warc-date'),
        verdict,
        of,
        digest: headers.get('warc-payload-digest'),
      } as const;
      if (answer) yield { answer: { ...answer, ...told } };
    }
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error;
    yield { finding: { code: 'not-readable', path, place: file.path, detail: error.message } };
  }
  if (same > 0) yield { finding: { code: 'records-same', path, place: file.path, detail: String(same) } };
  if (differing > MOST_TOLD)
    yield { finding: { code: 'hash-differs', path, place: file.path, detail: `${differing} records` } };
}

/** WARC 1.0 writes an address in pointed brackets, now and then. */
function addressOf(headers: ReadonlyMap<string, string>): string {
  return (headers.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1');
}

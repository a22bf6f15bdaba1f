import { Gunzip } from 'fflate';
import type { Json } from '#domain/json.ts';
import type { Draft } from './draft.ts';
import { nameOf } from './file-name.ts';
import type { Finding } from './finding.ts';
import { momentOfWritten } from './given-moment.ts';
import type { Choice, Drop, DroppedFile, Importer, Item, Part, Progress } from './importer.ts';
import { documentOf, nameFindings } from './other-file.ts';
import { WHOLE } from './survey-items.ts';
import { type ArchivedAnswer, archiveAnswers, type WarcFile } from './web-archive/archive-answers.ts';
import { shownBody } from './web-archive/http-body.ts';
import { type ArchivedPage, isOfWeb, pageKey } from './web-archive/page-list.ts';
import { openWacz, type Wacz } from './web-archive/wacz.ts';
import { decodePage } from './web-page/decode-page.ts';
import { type PageFacts, pageFacts } from './web-page/page-facts.ts';

/** All pages as one part, where they are too many to choose from one by one. */
const ALL_PAGES = 'archive-pages';
const MOST_PARTS = 300;
/** An answer is the page's own when it came within this of the time that the list states, in milliseconds. */
const SAME_TIME = 60_000;

/**
 * Reads web archives: WACZ, and WARC by itself. Each page that is listed, or that is an answer in HTML where nothing lists them, can be
 * taken by itself, with its words and its HTML as it was answered; the archive is kept whole with the import. All hashes and digests are
 * held against the bytes. Nothing in it is run or replayed.
 */
export const webArchive: Importer = {
  name: 'web-archive',
  version: '1',
  recognise: (head, { path }) => (isWacz(head) || isWarc(head) ? { main: path, belongs: [] } : undefined),

  async survey({ main }, drop, progress) {
    const file = drop.get(main);
    if (!file) return { title: main, parts: [], findings: [] };
    const { title, pages, findings } = await lookInto(file, 'survey', progress);
    const things = pages.map((page) => ({ key: pageKey(page), edition: pageKey(page) }));
    return {
      title: title ?? nameOf(main),
      parts: pages.length === 0 ? [{ id: WHOLE, title: nameOf(main), counts: { document: 1 } }] : partsOf(pages),
      findings: [...nameFindings(main), ...findings],
      ...(pages.length > 0 && { things }),
    };
  },

  async *read({ main }, drop, choice, progress) {
    const file = drop.get(main);
    if (!file) return;
    if (choice.parts.has(WHOLE)) {
      yield { draft: await documentOf(file, progress, { verbatim: '', translations: {} }) };
      return;
    }
    const inside = await lookInto(file, 'read', progress);
    // What is right is counted with each page; what is wrong is told again, to be kept with the import.
    for (const finding of inside.findings) if (finding.code !== 'hash-same') yield { finding };
    yield* pagesOf(file, inside, chosenOf(inside.pages, choice), progress);
  },

  original: async ({ main }, drop) => ({
    file: { name: nameOf(main), role: 'original', mime: mimeOf(await headOf(drop, main)), path: main },
    how: 'whole',
  }),
};

interface Inside extends Pick<Wacz, 'title' | 'facts' | 'pages' | 'findings'> {
  readonly checked: Wacz['checked'] | undefined;
  readonly archives: readonly WarcFile[];
}

/** What is in an archive. Where nothing lists the pages, the answers in HTML are they, which takes a reading of all of it. */
async function lookInto(file: DroppedFile, does: 'survey' | 'read', progress: Progress): Promise<Inside> {
  const wacz = await openWacz(file, progress);
  const whole: WarcFile = { path: file.path, size: file.size, read: () => file.bytes() };
  const none = { title: undefined, facts: {}, pages: [], checked: undefined, findings: [] };
  const inside: Inside = wacz ?? { ...none, archives: [whole] };
  if (inside.pages.length > 0 && does === 'read') return inside;
  const findings = [...inside.findings];
  const found: ArchivedPage[] = [];
  for (const archive of inside.archives) {
    const wants = () => inside.pages.length === 0;
    for await (const step of archiveAnswers(archive, file.path, wants, progress)) {
      if ('answer' in step) {
        if (isPage(step.answer)) found.push(pageOf(step.answer));
      } else if (does === 'survey') findings.push(step.finding);
    }
  }
  const pages = inside.pages.length > 0 ? inside.pages : found;
  const once = new Map(pages.map((page) => [pageKey(page), page]));
  return { ...inside, pages: [...once.values()], findings };
}

function isPage({ status, headers, url }: ArchivedAnswer): boolean {
  return (
    status >= 200 &&
    status < 300 &&
    isOfWeb(url) &&
    /^(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '')
  );
}

function pageOf(answer: ArchivedAnswer): ArchivedPage {
  const { url, date } = answer;
  return { url, ts: date, title: factsOf(answer)?.title };
}

function factsOf({ headers, body }: ArchivedAnswer): PageFacts | undefined {
  const shown = shownBody(body, headers);
  const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(headers.get('content-type') ?? '')?.[1];
  return shown && pageFacts(decodePage(shown, charset).text);
}

function partsOf(pages: readonly ArchivedPage[]): Part[] {
  if (pages.length > MOST_PARTS) return [{ id: ALL_PAGES, title: ALL_PAGES, counts: { 'web-page': pages.length } }];
  return pages.map((page) => {
    const moment = page.ts === undefined ? undefined : momentOfWritten(page.ts, 'unknown');
    return {
      id: pageKey(page),
      title: [page.title, page.url].filter(Boolean).join(' · '),
      counts: { 'web-page': 1 },
      ...(moment && { first: moment, last: moment }),
    };
  });
}

function chosenOf(pages: readonly ArchivedPage[], { parts, keys }: Choice): ArchivedPage[] {
  return pages.filter((page) => {
    const key = pageKey(page);
    return (parts.has(ALL_PAGES) || parts.has(key)) && (!keys || keys.has(key));
  });
}

/** The nearest answer of a page's address at another time. */
interface Nearest {
  readonly draft: Draft;
  readonly answer: ArchivedAnswer;
  readonly away: number;
}

/** Finds the answers by which the pages are shown. A page without one comes with what the list says of it. */
async function* pagesOf(
  file: DroppedFile,
  inside: Inside,
  pages: readonly ArchivedPage[],
  progress: Progress,
): AsyncGenerator<Item> {
  const waiting = new Map<string, ArchivedPage[]>();
  for (const page of pages) waiting.set(page.url, [...(waiting.get(page.url) ?? []), page]);
  const nearest = new Map<ArchivedPage, Nearest>();
  /** The digests of those that are said to be as at another time. */
  const revisits = new Map<ArchivedPage, string | undefined>();
  for (const archive of inside.archives) {
    for await (const step of archiveAnswers(archive, file.path, (url) => waiting.has(url), progress)) {
      if ('finding' in step) {
        if (step.finding.code !== 'records-same') yield step;
        continue;
      }
      const { answer } = step;
      if (!isPage(answer)) continue;
      for (const page of waiting.get(answer.url) ?? []) {
        const away = timeBetween(page, answer);
        if (answer.of === 'revisit') {
          if (away <= SAME_TIME) revisits.set(page, answer.digest);
        } else if (away > SAME_TIME) {
          if (away < (nearest.get(page)?.away ?? Number.POSITIVE_INFINITY))
            nearest.set(page, { draft: draftOf(file, page, answer, inside), answer, away });
        } else {
          nearest.delete(page);
          const left = (waiting.get(page.url) ?? []).filter((other) => other !== page);
          if (left.length > 0) waiting.set(page.url, left);
          else waiting.delete(page.url);
          yield* withUnread(file.path, answer);
          yield { draft: draftOf(file, page, answer, inside) };
        }
      }
    }
  }
  for (const page of [...waiting.values()].flat()) {
    const { draft, answer } = nearest.get(page) ?? {};
    if (!answer) yield { finding: withoutAnswer(file.path, page) };
    else {
      const digest = revisits.get(page);
      if (digest === undefined || digest !== answer.digest)
        yield { finding: { code: 'doubtful-date', path: file.path, detail: `${page.url} ${answer.date ?? ''}` } };
      yield* withUnread(file.path, answer);
    }
    yield { draft: draft ?? draftOf(file, page, undefined, inside) };
  }
}

/** Tells of an answer whose words cannot be read, as it was sent packed in a way that is not known. */
function* withUnread(path: string, { body, headers, url }: ArchivedAnswer): Generator<Item> {
  if (shownBody(body, headers)) return;
  const detail = `${url.slice(0, 300)} (${headers.get('content-encoding') ?? ''})`;
  yield { finding: { code: 'unknown-form', path, detail } };
}

/** In milliseconds; none where one of the two has no time. */
function timeBetween({ ts }: ArchivedPage, { date }: ArchivedAnswer): number {
  const away = ts === undefined || date === undefined ? 0 : Math.abs(Date.parse(ts) - Date.parse(date));
  return Number.isNaN(away) ? 0 : away;
}

function withoutAnswer(path: string, { url }: ArchivedPage): Finding {
  return { code: 'file-missing', path, detail: url.slice(0, 300) };
}

function draftOf(
  file: DroppedFile,
  page: ArchivedPage,
  answer: ArchivedAnswer | undefined,
  { facts, checked }: Inside,
): Draft {
  const { url, title, ts, text, more } = page;
  const read = answer && factsOf(answer);
  const shown = answer && shownBody(answer.body, answer.headers);
  const at = ts === undefined ? undefined : momentOfWritten(ts, 'unknown');
  const language =
    read?.language !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(read.language) ? read.language : undefined;
  const raw: Json = {
    archive: nameOf(file.path),
    ...facts,
    ...(more !== undefined && { listed: more }),
    ...(checked && { checked }),
    ...(answer && {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      ...(answer.date !== undefined && { answered: answer.date }),
      digests: answer.verdict,
    }),
    ...(read && read.published.length > 0 && { published: JSON.parse(JSON.stringify(read.published)) }),
  };
  const key = pageKey(page);
  return {
    key,
    edition: key,
    exhibit: {
      kind: 'web-page',
      title: title || read?.title || '',
      collected: { ...(at && { at }), ...(facts.software !== undefined && { tool: facts.software }) },
      body: {
        address: url,
        ...(ts !== undefined && { saved: ts }),
        verbatim: read?.text || text || '',
        translations: {},
        ...(language !== undefined && { language }),
      },
    },
    files: shown
      ? [
          {
            name: `${new URL(url).hostname}.html`,
            mime: 'text/html',
            role: 'original',
            path: file.path,
            cleaned: new Uint8Array(shown),
          },
        ]
      : [],
    raw,
  };
}

/** A ZIP whose first file is one that a WACZ has. */
function isWacz(head: Uint8Array): boolean {
  if (head[0] !== 0x50 || head[1] !== 0x4b || head[2] !== 3 || head[3] !== 4) return false;
  const length = (head[26] ?? 0) | ((head[27] ?? 0) << 8);
  const name = new TextDecoder().decode(head.subarray(30, 30 + length));
  return /^(?:archive\/.+\.warc(?:\.gz)?|archive\/|indexes\/.*|pages\/.*\.?(?:jsonl)?|logs\/.*|datapackage(?:-digest)?\.json)$/i.test(
    name,
  );
}

function isWarc(head: Uint8Array): boolean {
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  return /^WARC\/[01]\.\d/.test(new TextDecoder('latin1').decode((isPacked ? beginning(head) : head).subarray(0, 16)));
}

/** The first bytes of what is packed as gzip; none when it is not. */
function beginning(head: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  try {
    new Gunzip((part) => void parts.push(part)).push(head.subarray(0, 4096));
  } catch {
    // Begins as gzip does and is none, or goes on as none: what came before is enough.
    return parts[0] ?? new Uint8Array(0);
  }
  return parts.find(({ length }) => length > 0) ?? new Uint8Array(0);
}

async function headOf(drop: Drop, path: string): Promise<Uint8Array> {
  for await (const piece of drop.get(path)?.bytes(0, 4) ?? []) return piece;
  return new Uint8Array(0);
}

function mimeOf(head: Uint8Array): string {
  if (head[0] === 0x50) return 'application/wacz';
  return head[0] === 0x1f ? 'application/gzip' : 'application/warc';
}

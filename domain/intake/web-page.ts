import type { Json } from '#domain/json.ts';
import { earliest, latest, type Moment } from '#domain/moment.ts';
import type { Draft, DraftFile } from './draft.ts';
import { mimeOfFile, readWhole, sha256OfFile } from './dropped-bytes.ts';
import { nameOf } from './file-name.ts';
import type { Finding } from './finding.ts';
import { momentOfWritten } from './given-moment.ts';
import type { Drop, Importer, Item, Progress, Recognised } from './importer.ts';
import { nameFindings } from './other-file.ts';
import { importerOfItems } from './survey-items.ts';
import { decodePage } from './web-page/decode-page.ts';
import { isMhtml, subjectOf } from './web-page/mhtml.ts';
import { MOST_PAGE_TEXT, type PageFacts, pageFacts } from './web-page/page-facts.ts';
import { filesOfPage, folderNamed, isInPageFolder, isNamedPage } from './web-page/page-folder.ts';
import { readSavedPage, type SavedPage } from './web-page/read-saved-page.ts';
import { type SavedBy, savedBy } from './web-page/saved-by.ts';
import { momentOfSaving } from './web-page/saved-moment.ts';

const LARGEST = 128 * 1024 * 1024;

/**
 * Reads saved pages: what SingleFile writes, MHTML, and what browsers save, with the folder beside it. Each is one exhibit whose original
 * is the file as it is. Address, date of saving, title and date of publishing are those that stand in it, as written.
 */
export const webPage: Importer = importerOfItems(
  {
    name: 'web-page',
    version: '1',
    recognise: (head, { path }, drop) =>
      (isHtml(head, path) || isMhtml(head, path)) && !isInPageFolder(path, drop)
        ? { main: path, belongs: filesOfPage(path, drop) }
        : undefined,
  },
  items,
);

/** Begins as HTML does, whatever its name; named so, anything with a tag at its beginning. */
function isHtml(head: Uint8Array, path: string): boolean {
  if (head.includes(0) && !(head[0] === 0xff || head[0] === 0xfe)) return false;
  const { text } = decodePage(head.subarray(0, 4096));
  const begin = text.replace(/^(?:\s|\ufeff|<!--[\s\S]*?-->|<\?xml[^>]*\?>)+/, '');
  return /^<(?:!doctype\s+html|html[\s>])/i.test(begin) || (isNamedPage(path) && /<[a-z!]/i.test(text));
}

async function* items({ main, belongs }: Recognised, drop: Drop, progress: Progress): AsyncGenerator<Item> {
  const file = drop.get(main);
  if (!file) return;
  const findings: Finding[] = nameFindings(main);
  const bytes = await readWhole(file, LARGEST, () => undefined);
  const page = bytes && readSavedPage(bytes, main);
  if (!bytes) findings.push({ code: 'too-large', path: main });
  else if (!page) findings.push({ code: 'not-readable', path: main, detail: 'MHTML' });
  const told = page && tellings(page, main, findings);
  if (page && belongs.length === 0) {
    const folder = folderNamed(page.html, main);
    if (folder !== undefined) findings.push({ code: 'file-missing', path: main, detail: `${folder}/` });
  }
  for (const finding of findings) yield { finding };
  const sha256 = await sha256OfFile(file, progress);
  const files: DraftFile[] = [];
  for (const path of [main, ...belongs]) {
    const one = drop.get(path);
    if (!one) continue;
    const mime = path !== main ? await mimeOfFile(one) : page?.mhtml ? 'multipart/related' : 'text/html';
    files.push({ name: nameOf(path), mime, role: path === main ? 'original' : 'sidecar', path });
  }
  const { exhibit, raw } = told ?? { exhibit: { body: { verbatim: '', translations: {} } } };
  yield {
    draft: {
      key: `sha256:${sha256}`,
      edition: sha256,
      files,
      ...(raw === undefined ? {} : { raw }),
      exhibit: { ...exhibit, kind: 'web-page', title: exhibit.title ?? nameOf(main) },
    },
  };
}

type Told = {
  readonly exhibit: Omit<Extract<Draft['exhibit'], { kind: 'web-page' }>, 'kind'>;
  readonly raw?: Json;
};

function tellings(page: SavedPage, path: string, findings: Finding[]): Told {
  const { html, mhtml, guessed } = page;
  if (guessed !== undefined) findings.push({ code: 'guessed', path, place: 'encoding', detail: guessed });
  if (mhtml?.isCut) findings.push({ code: 'cut-short', path });
  const facts = pageFacts(html);
  if (facts.cut === 'text') findings.push({ code: 'too-large', path, detail: `${MOST_PAGE_TEXT}` });
  if (facts.cut === 'tangled') findings.push({ code: 'too-large', path, detail: 'HTML' });
  const by = mhtml ? savedAsMhtml(mhtml) : savedBy(html, facts.meta);
  const title = facts.title ?? (mhtml && subjectOf(mhtml.headers));
  const address = by.address ?? canonicalOf(facts);
  if (by.address === undefined && address !== undefined) {
    findings.push({ code: 'guessed', path, place: 'address', detail: address });
  }
  const published = publishedOf(facts, path, findings);
  const at = by.saved === undefined ? undefined : momentOfSaving(by.saved);
  const language = languageOf(facts);
  const raw = rawOf(page, facts);
  return {
    exhibit: {
      ...(title === undefined ? {} : { title }),
      ...(published ? { published } : {}),
      ...(language === undefined ? {} : { language }),
      collected: { ...(at ? { at } : {}), ...(by.tool === undefined ? {} : { tool: by.tool }) },
      body: {
        ...(address === undefined ? {} : { address }),
        ...(by.saved === undefined ? {} : { saved: by.saved }),
        verbatim: facts.text,
        translations: {},
      },
    },
    ...(raw === undefined ? {} : { raw }),
  };
}

function savedAsMhtml({ headers, page }: NonNullable<SavedPage['mhtml']>): SavedBy {
  const address = headers.get('snapshot-content-location') ?? page.location ?? headers.get('content-location');
  const saved = headers.get('date');
  const tool = /^.{0,3}saved by ([^<>]{1,60})/i.exec(headers.get('from') ?? '')?.[1]?.trim();
  return { ...(tool ? { tool } : {}), ...(address ? { address } : {}), ...(saved ? { saved } : {}) };
}

/** The page's own word for where it is, where it is a whole address. */
function canonicalOf({ canonical }: PageFacts): string | undefined {
  return canonical !== undefined && /^https?:\/\//i.test(canonical) ? canonical : undefined;
}

/** The moment that all its statements agree on; which is right where they differ is not for us to say. */
function publishedOf({ published }: PageFacts, path: string, findings: Finding[]): Moment | undefined {
  const moments: Moment[] = [];
  for (const { words, place } of published) {
    const moment = momentOfWritten(words, 'unknown');
    if (!moment) findings.push({ code: 'unknown-form', path, place, detail: words.slice(0, 200) });
    else if (!moments.some((other) => isSame(other, moment))) moments.push(moment);
  }
  const [only, ...others] = moments;
  if (others.length === 0) return only;
  const detail = published.map(({ words, place }) => `${place} ${words}`).join(' / ');
  findings.push({ code: 'values-differ', path, detail: detail.slice(0, 500) });
  return undefined;
}

function isSame(a: Moment, b: Moment): boolean {
  return earliest(a) === earliest(b) && latest(a) === latest(b);
}

function rawOf({ mhtml }: SavedPage, { meta, canonical }: PageFacts): Json | undefined {
  const said = [...(canonical === undefined ? [] : [['canonical', canonical]]), ...meta.map((pair) => [...pair])];
  const parts = mhtml?.parts.map(({ location = '', mime, bytes }) => [mime, bytes.length, location]);
  const raw = {
    ...(said.length === 0 ? {} : { page: said }),
    ...(mhtml ? { headers: [...mhtml.headers].map((pair) => [...pair]) } : {}),
    ...(parts ? { parts: parts.slice(0, 1000) } : {}),
  };
  return Object.keys(raw).length === 0 ? undefined : raw;
}

/** The language, where it is a tag that anyone can read. */
function languageOf({ language }: PageFacts): string | undefined {
  try {
    return language === undefined || Intl.getCanonicalLocales(language).length === 0 ? undefined : language;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

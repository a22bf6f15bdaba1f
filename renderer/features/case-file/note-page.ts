import type { ClaimStatus } from '#domain/assessment.ts';
import { bodyMoment, bodyTexts, citationNames, linkOf, outwardName } from '#domain/case-file/names.ts';
import { assetsOf, type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import type { KindName } from '#domain/evidence/kinds.ts';
import { formatMoment, type MomentLocale } from '#domain/format-moment.ts';
import type { Id } from '#domain/id.ts';
import type { Moment } from '#domain/moment.ts';
import type { NoteDocument, NoteNode } from '#domain/note/document.ts';
import { anchorOf, html, noteHtml, type PageNames } from '#domain/note/html.ts';
import { citations } from '#domain/note/walk.ts';
import type { Note } from '#domain/note.ts';
import { standingsIn } from '#features/claims/use-standing.ts';
import type { CaseState } from '#store/open-case.ts';
import { alive } from '#store/use-case.ts';
import pageStyle from './note-page.css?raw';

/** What the page says in the language of the tool. */
export interface PageWords {
  locale: MomentLocale;
  annex: string;
  claims: string;
  claimants: string;
  standing: string;
  graphic: string;
  source: string;
  happened: string;
  published: string;
  place: string;
  address: string;
  kind(kind: KindName): string;
  status(status: ClaimStatus): string;
  stance(stance: 'supports' | 'contradicts' | 'context'): string;
  written(): string;
}

/** A picture as a `data:` address, or null where there is none to show. */
export type PictureOf = (sha256: string, mime: string, bytes: number) => Promise<string | null>;

/** One note with its text read. */
export interface NoteText {
  note: Note;
  document: NoteDocument;
}

/**
 * Gives notes as one HTML page that stands by itself: nothing is loaded from anywhere and no script runs (its own policy forbids
 * both). What the notes cite follows as an annex, with pictures inside the page; those of graphic exhibits are folded away behind
 * a warning. Every text keeps its own direction and language.
 */
export async function notePage(
  title: string,
  notes: readonly NoteText[],
  state: CaseState,
  words: PageWords,
  picture: PictureOf,
): Promise<string> {
  const names = await pageNames(notes, state, words, picture);
  const language = state.cases.values().next().value?.language ?? words.locale;
  const cited = new Set(notes.flatMap(({ document }) => citations(document).map(({ citation }) => citation.target)));
  const claims = alive(state.claims).filter((claim) => cited.has(claim.id));
  const linked = new Set(alive(state.links).flatMap((link) => (cited.has(link.claim) ? [link.exhibit] : [])));
  const exhibits = alive(state.exhibits).filter(({ id }) => cited.has(id) || linked.has(id));
  const annex: string[] = [];
  for (const exhibit of exhibits) annex.push(await exhibitHtml(exhibit, state, words, picture));
  const body = [
    ...notes.map(
      ({ note, document }) =>
        `<article lang="${html(language)}"><h1 dir="auto">${html(note.title)}</h1>\n${noteHtml(document, names)}</article>`,
    ),
    ...(claims.length > 0
      ? [`<h2>${html(words.claims)}</h2>`, ...claims.map((c) => claimHtml(c.id, state, words))]
      : []),
    ...(annex.length > 0 ? [`<h2>${html(words.annex)}</h2>`, ...annex] : []),
    `<footer>${html(words.written())}</footer>`,
  ].join('\n');
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${await base64Digest(pageStyle)}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${words.locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** The pictures that a note shows among its text. */
function imagesIn(node: NoteNode): { exhibit: string; asset: string }[] {
  const { type, exhibit, asset } = node;
  const isImage = type === 'exhibit-image' && typeof exhibit === 'string' && typeof asset === 'string';
  return [...(isImage ? [{ exhibit, asset }] : []), ...(node.children ?? []).flatMap(imagesIn)];
}

async function pageNames(
  notes: readonly NoteText[],
  state: CaseState,
  words: PageWords,
  picture: PictureOf,
): Promise<PageNames> {
  const images = new Map<string, string>();
  for (const { exhibit, asset } of notes.flatMap(({ document }) => imagesIn(document.root))) {
    const found = state.exhibits.get(exhibit);
    const use = found?.assets[asset];
    const image = found && use ? await imageHtml(found, asset, use, words, picture) : null;
    if (image !== null) images.set(`${exhibit} ${asset}`, image);
  }
  return {
    ...citationNames(state),
    standing: (claim) => (state.claims.has(claim) ? words.status(standingsIn(state)(claim).status) : null),
    picture: (exhibit, asset) => images.get(`${exhibit} ${asset}`) ?? null,
  };
}

async function base64Digest(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function claimHtml(id: Id, state: CaseState, words: PageWords): string {
  const claim = state.claims.get(id);
  if (!claim) return '';
  const links = alive(state.links).filter((link) => link.claim === id);
  const items = links.map((link) => {
    const exhibit = state.exhibits.get(link.exhibit);
    const because = link.because ? `: <span dir="auto">${html(link.because)}</span>` : '';
    const label = `<a class="cite" href="#${anchorOf({ to: 'exhibit', target: link.exhibit })}">${html(exhibit?.label ?? '?')}</a>`;
    return `<li>${html(words.stance(link.stance))} ${label}${because}</li>`;
  });
  const claimants = claim.claimants.flatMap((source) => {
    const found = state.sources.get(source);
    return found ? [outwardName(found)] : [];
  });
  const facts = [
    [words.claimants, claimants.join(', ')],
    [words.standing, words.status(standingsIn(state)(id).status)],
  ];
  return `<section id="${anchorOf({ to: 'claim', target: id })}"><h3><code>${html(claim.label)}</code> <span dir="auto">${html(claim.text)}</span></h3>
<dl>${facts.map(([name = '', value = '']) => fact(name, value)).join('')}</dl><ul>${items.join('')}</ul></section>`;
}

function fact(name: string, value: string): string {
  return value === '' ? '' : `<dt>${html(name)}</dt><dd dir="auto">${html(value)}</dd>`;
}

async function exhibitHtml(exhibit: Exhibit, state: CaseState, words: PageWords, picture: PictureOf): Promise<string> {
  const source = exhibit.source === undefined ? undefined : state.sources.get(exhibit.source);
  const moment = (at: Moment | undefined) => (at ? formatMoment(at, words.locale) : '');
  const facts: [string, string][] = [
    [words.source, source ? outwardName(source) : ''],
    [words.happened, moment(exhibit.happened)],
    [words.published, moment(exhibit.published ?? bodyMoment(exhibit))],
    [words.place, exhibit.place?.name ?? ''],
    [words.address, linkOf(exhibit) ?? ''],
  ];
  const link = linkOf(exhibit);
  const texts = bodyTexts(exhibit)
    .filter(({ text }) => text.trim() !== '' && text !== link)
    .map(({ text, language }) => {
      const lang = language ?? exhibit.language;
      return `<blockquote dir="auto"${lang === undefined ? '' : ` lang="${html(lang)}"`}>${html(text)}</blockquote>`;
    });
  const files = await Promise.all(
    assetsOf(exhibit).map(([sha256, use]) => fileHtml(exhibit, sha256, use, words, picture)),
  );
  return `<section id="${anchorOf({ to: 'exhibit', target: exhibit.id })}"><h3><code>${html(exhibit.label)}</code> ${html(words.kind(exhibit.kind))} · <span dir="auto">${html(titleOf(exhibit))}</span></h3>
<dl>${facts.map(([name, value]) => fact(name, value)).join('')}</dl>
${exhibit.description ? `<p dir="auto">${html(exhibit.description)}</p>` : ''}
${texts.join('\n')}
${files.join('\n')}</section>`;
}

type FileUse = { name: string; mime: string; bytes: number };

async function fileHtml(
  exhibit: Exhibit,
  sha256: string,
  use: FileUse,
  words: PageWords,
  picture: PictureOf,
): Promise<string> {
  const image = (await imageHtml(exhibit, sha256, use, words, picture)) ?? '';
  return `<figure>${image}<figcaption>${html(use.name)} <code>${sha256}</code></figcaption></figure>`;
}

/** A picture, folded away behind a warning when its exhibit is graphic; null when there is none to show. */
async function imageHtml(
  exhibit: Exhibit,
  sha256: string,
  use: FileUse,
  words: PageWords,
  picture: PictureOf,
): Promise<string | null> {
  const address = await picture(sha256, use.mime, use.bytes);
  if (address === null) return null;
  // Subtle: not loaded lazily, or those far down would be missing on paper.
  const image = `<img decoding="async" alt="${html(use.name)}" src="${address}">`;
  return exhibit.graphic ? `<details><summary>${html(words.graphic)}</summary>${image}</details>` : image;
}

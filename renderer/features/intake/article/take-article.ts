import type { Passage } from '#domain/article/split-article.ts';
import { type Exhibit, emptyExhibit } from '#domain/evidence/exhibit.ts';
import { type Excerpt, quoteOf } from '#domain/excerpt.ts';
import type { Id } from '#domain/id.ts';
import type { Moment } from '#domain/moment.ts';
import { change } from '#store/change.ts';
import type { Changing } from '#store/writing.ts';
import { type KeptAs, type Speaker, speakerOf } from './keeping.ts';

/** An article that was pasted, and what was said of it. With an address it is kept as a web page, without as a document. */
export interface PastedArticle {
  readonly text: string;
  /** {@link articleKey} of the text. */
  readonly key: string;
  readonly title: string;
  readonly address: string;
  readonly source: Id | undefined;
  readonly published: Moment | undefined;
  readonly language: string | undefined;
}

/** An article that is an exhibit already. */
export interface HeldArticle {
  readonly exhibit: Id;
  readonly text: string;
  readonly address: string | undefined;
  readonly source: Id | undefined;
  readonly published: Moment | undefined;
  readonly language: string | undefined;
}

/** A passage to keep. */
export interface KeptPassage {
  readonly passage: Passage;
  readonly as: KeptAs;
  readonly speaker?: Speaker | undefined;
}

export interface TakenArticle {
  readonly exhibit: Id;
  /** The exhibit's number, such as `EX-12`. */
  readonly label: string;
  readonly statements: readonly Id[];
  readonly claims: readonly Id[];
}

/** What a pasted article is called: the same text pasted again is the same article. */
export async function articleKey(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `article:${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Keeps an article as an exhibit, where it is not one yet, and passages of it as statements and claims, in one change. A statement
 * quotes the article, and its speaker where one is said; a claim says where it was made and who relays it. That an article says
 * something is no evidence that it is so: no claim is linked to it.
 */
export function takeArticle(
  caseId: Id,
  article: PastedArticle | HeldArticle,
  kept: readonly KeptPassage[],
  question: Id | undefined,
): Promise<TakenArticle> {
  return change(caseId, 'article.take-in', async (c) => {
    const { id: exhibit, label } =
      'exhibit' in article ? await c.get('exhibits', article.exhibit) : await keepArticle(c, article);
    const speakers = new NewSpeakers();
    const statements: Id[] = [];
    const claims: Id[] = [];
    for (const { passage, as, speaker } of kept) {
      const said = { exhibit, excerpt: excerptOf(article.text, passage), speaker: await speakers.find(c, speaker) };
      if (as === 'statement') statements.push(await makeStatement(c, article, passage, said));
      else claims.push(await makeClaim(c, article, passage, said, question));
    }
    return { exhibit, label, statements, claims };
  });
}

interface Said {
  readonly exhibit: Id;
  readonly excerpt: Excerpt;
  readonly speaker: Id | undefined;
}

/** The words of a passage where they stand in its text. */
function excerptOf(text: string, { said }: Passage): Excerpt {
  return { type: 'text', on: 'verbatim', ...quoteOf(text, ...said) };
}

function keepArticle(c: Changing, article: PastedArticle): Promise<Exhibit> {
  const { text, key, title, address, source, published, language } = article;
  const common = {
    title,
    key,
    edition: key,
    collected: { method: 'pasted' },
    ...(source !== undefined && { source }),
    ...(published && { published }),
    ...(language !== undefined && { language }),
  };
  const body = { verbatim: text, translations: {}, ...(language !== undefined && { language }) };
  return address === ''
    ? c.make('exhibits', { ...emptyExhibit('document'), ...common, body })
    : c.make('exhibits', { ...emptyExhibit('web-page'), ...common, body: { ...body, address } });
}

async function makeStatement(
  c: Changing,
  { address, source, published, language }: PastedArticle | HeldArticle,
  { words }: Passage,
  { exhibit, excerpt, speaker }: Said,
): Promise<Id> {
  const statement = await c.make('exhibits', {
    ...emptyExhibit('statement'),
    ...(source !== undefined && { source }),
    ...(published && { published }),
    ...(language !== undefined && { language }),
    body: {
      verbatim: words,
      translations: {},
      medium: 'article',
      ...(address ? { link: address } : {}),
      ...(speaker !== undefined && { speaker }),
      ...(language !== undefined && { language }),
    },
  });
  const quotation = { what: statement.id, how: 'quotation', basis: 'stated', because: '' } as const;
  await c.make('derivations', { ...quotation, of: { type: 'exhibit', id: exhibit }, excerpt });
  if (speaker !== undefined) await c.make('derivations', { ...quotation, of: { type: 'source', id: speaker } });
  return statement.id;
}

async function makeClaim(
  c: Changing,
  { source }: PastedArticle | HeldArticle,
  { words }: Passage,
  { exhibit, excerpt, speaker }: Said,
  question: Id | undefined,
): Promise<Id> {
  const claim = await c.make('claims', {
    text: words.replaceAll('\n', ' '),
    claimants: speaker === undefined ? [] : [speaker],
    relayedBy: source === undefined || source === speaker ? [] : [source],
    scope: '',
    supersedes: [],
    denies: [],
    retracts: [],
    madeIn: { exhibit, excerpt },
    ...(question !== undefined && { question }),
  });
  return claim.id;
}

/** The speakers of whom only a name is known, each made once. */
class NewSpeakers {
  readonly #made: { id: Id; name: string; aliases: readonly string[] }[] = [];

  async find(c: Changing, speaker: Speaker | undefined): Promise<Id | undefined> {
    if (speaker === undefined || 'id' in speaker) return speaker?.id;
    const known = speakerOf(speaker.name, this.#made);
    if ('id' in known) return known.id;
    const made = await c.make('sources', {
      name: known.name,
      aliases: [],
      what: 'person',
      handles: [],
      party: false,
      confidential: false,
      pseudonym: '',
      remarks: '',
    });
    this.#made.push(made);
    return made.id;
  }
}

import type { Derivation } from '#domain/derivation.ts';
import { emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import type { Import } from '#domain/import.ts';
import { completed } from '#domain/intake/completed.ts';
import type { NamedSource } from '#domain/intake/draft.ts';
import { type Fate, fateOf, knownExhibits } from '#domain/intake/fate.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { Json } from '#domain/json.ts';
import type { Source } from '#domain/source.ts';
import type { Tag } from '#domain/tag.ts';
import { tagAt } from '#features/tags/change-tags.ts';
import { change } from '#store/change.ts';
import type { CaseState } from '#store/open-case.ts';
import type { Changing, Making } from '#store/writing.ts';
import type { Found, Read, Stored } from './intake-protocol.ts';
import { makeNotes, type NewNote, settleNotes } from './take-notes.ts';

/** What the person gives all that is taken in. Without a source each thing has the one that its file states. */
export interface Given {
  readonly tags: readonly Id[];
  readonly source: Id | undefined;
  readonly graphic: boolean;
}

/** What a drop brought into the case. */
export interface Taken {
  readonly made: readonly Id[];
  readonly notes: readonly Id[];
  /** How many were here already, in the trash, or changed at their source since they were last imported (these are made beside the old). */
  readonly here: number;
  readonly inTrash: number;
  readonly edited: number;
  /** How many that were here got what was missing: files, and what only pages say. */
  readonly completed: number;
  readonly findings: readonly Finding[];
}

export interface Batch {
  readonly found: Found;
  readonly read: Read;
  /** The record of the import whose kept original it was read from, when it was not read from a new drop. */
  readonly from?: Import | undefined;
}

/**
 * Writes what was read as exhibits, with the sources and derivations that the files state, as one change: one undo, one
 * journal entry that names each file, its SHA-256, the importer and its version, and the counts. What is here already
 * stays as it is; where all of it is, nothing is written. When the signal aborts, nothing was.
 */
export async function takeIn(
  caseId: Id,
  state: CaseState,
  batches: readonly Batch[],
  given: Given,
  signal: AbortSignal,
): Promise<Taken> {
  const known = knownExhibits(state.exhibits.values());
  await nextTurn();
  const sources = new Sources(state.sources.values());
  const tags = new StatedTags(state.tags);
  const notes = settleNotes(batches, state);
  const findings = [...batches.flatMap(({ read }) => [...read.findings]), ...notes.findings];
  const isFirst = firstOfEach();
  const all = batches.reduce((sum, { read }) => sum + read.drafts.length, 0);
  const sorted: (Batch & { fates: Sorted[]; newNotes: readonly NewNote[] })[] = [];
  for (const batch of batches) {
    const fates: Sorted[] = [];
    for (const [n, draft] of batch.read.drafts.entries()) {
      if (isFirst(draft)) fates.push({ draft, fate: fateOf(draft, known) });
      if (n % STRETCH === STRETCH - 1) await nextTurn();
    }
    sorted.push({ ...batch, fates, newNotes: notes.byBatch.get(batch) ?? [] });
  }
  signal.throwIfAborted();
  const fates = sorted.flatMap((batch) => batch.fates);
  const count = (is: Fate['is']) => fates.filter(({ fate }) => fate.is === is).length;
  const twins = all - fates.length;
  const counts = {
    here: count('here') + twins + notes.here,
    inTrash: count('in-trash') + notes.inTrash,
    edited: count('edited'),
  };
  const isCompleted = ({ draft, fate }: Sorted) => {
    const exhibit = fate.is === 'here' ? state.exhibits.get(fate.exhibit) : undefined;
    return exhibit !== undefined && completed(exhibit, draft) !== exhibit;
  };
  const more = new Set<Sorted>();
  for (const [n, one] of fates.entries()) {
    if (isCompleted(one)) more.add(one);
    if (n % STRETCH === STRETCH - 1) await nextTurn();
  }
  const told = { ...counts, completed: more.size, findings };
  const news = sorted.filter(
    ({ fates: own, newNotes }) =>
      newNotes.length > 0 || own.some((one) => one.fate.is === 'new' || one.fate.is === 'edited' || more.has(one)),
  );
  if (news.length === 0) return { made: [], notes: [], ...told };
  const files = news.map(({ found, read, from }) => ({
    file: found.main,
    sha256: from?.sha256 ?? read.sha256,
    importer: found.importer,
    version: found.version,
    items: read.drafts.length + read.notes.length,
    skipped: read.findings.length,
  }));
  const made = await change(
    caseId,
    'import.take-in',
    async (c) => {
      const ids = new Map<string, Id>();
      const waiting: (() => Promise<unknown>)[] = [];
      c.expect(count('new') + count('edited'));
      const noteIds: Id[] = [];
      for (const { found, read, from, fates, newNotes } of news) {
        const taken = from ?? (await c.make('imports', importOf(found, read)));
        noteIds.push(...(await makeNotes(c, caseId, newNotes, taken.id)));
        for (const one of fates) {
          const { draft, fate } = one;
          if (fate.is === 'here' && more.has(one)) {
            await c.edit('exhibits', fate.exhibit, (exhibit) => completed(exhibit, draft));
          }
          if (fate.is === 'here' || fate.is === 'in-trash') continue;
          const source = given.source ?? (draft.source && (await sources.find(c, draft.source)));
          const tagged = [...new Set([...given.tags, ...(await tags.find(c, draft.tags ?? []))])];
          const exhibit = await c.make(
            'exhibits',
            exhibitOf(draft, { ...given, tags: tagged, source, import: taken.id }),
          );
          ids.set(draft.key, exhibit.id);
          if (fate.is === 'edited') {
            await c.make('derivations', derivation(exhibit.id, { type: 'exhibit', id: fate.exhibit }, 'edition'));
          }
          const { repeats } = draft;
          if (!repeats) continue;
          // Subtle: the original may be made later in this same change.
          waiting.push(async () => {
            const original =
              repeats.key === undefined ? undefined : (ids.get(repeats.key) ?? known.get(repeats.key)?.[0]?.id);
            const of: Derivation['of'] = original
              ? { type: 'exhibit', id: original }
              : { type: 'source', id: await sources.find(c, repeats.of) };
            await c.make('derivations', derivation(exhibit.id, of, repeats.how));
          });
        }
      }
      for (const derive of waiting) await derive();
      return { made: [...ids.values()], notes: noteIds };
    },
    { files: files satisfies Json },
    signal,
  );
  return { ...made, ...told };
}

/** What was read, and what becomes of it. */
interface Sorted {
  readonly draft: Stored;
  readonly fate: Fate;
}

/** So many drafts are looked at before the window has its turn. */
const STRETCH = 1000;

/** Lets the window have its turn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Gives what says whether a thing comes for the first time: the same file under two names is one exhibit. */
function firstOfEach(): (draft: Stored) => boolean {
  const seen = new Set<string>();
  return ({ key, edition }) => {
    const name = JSON.stringify([key, edition]);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  };
}

function importOf(
  { importer, version, main, survey }: Found,
  { parts, mapping, sha256, kept, drafts, notes, findings }: Read,
): Making<'imports'> {
  const counts: Record<string, number> = {};
  for (const { exhibit } of drafts) counts[exhibit.kind] = (counts[exhibit.kind] ?? 0) + 1;
  if (notes.length > 0) counts.note = notes.length;
  return {
    importer,
    version,
    file: main,
    sha256,
    ...(kept && { kept }),
    // Subtle: not all of the survey's: the names of an account's other chats are nobody's business.
    parts: survey.parts.filter(({ id }) => parts.includes(id)).map(({ id, title }) => ({ id, title })),
    counts,
    ...(mapping && { said: mapping }),
    skipped: findings.map(({ code, path, place, detail }) => ({
      place: place === undefined ? path : `${path}, ${place}`,
      reason: detail === undefined ? code : `${code}: ${detail}`,
    })),
  };
}

function exhibitOf(draft: Stored, given: Given & { import: Id }): Making<'exhibits'> {
  const { key, edition, raw, assets } = draft;
  const uses = Object.entries(assets).map(([sha256, asset], order) => [sha256, { ...asset, order }] as const);
  return Object.assign({}, emptyExhibit(draft.exhibit.kind), draft.exhibit, {
    tags: [...given.tags],
    ...(given.source !== undefined && { source: given.source }),
    graphic: given.graphic || draft.exhibit.graphic === true,
    assets: Object.fromEntries(uses),
    ...(raw !== undefined && { raw }),
    import: given.import,
    inbox: 'waiting' as const,
    key,
    edition,
  });
}

function derivation(what: Id, of: Derivation['of'], how: Derivation['how']): Making<'derivations'> {
  return { what, of, how, basis: 'stated', because: '' };
}

/** The sources that files name, each found or made once. Names are not identities: only one with an equal key is found. */
class Sources {
  readonly #byKey = new Map<string, Id>();

  constructor(sources: Iterable<Source>) {
    for (const source of sources)
      if (source.gone === undefined) for (const handle of source.handles) this.#byKey.set(handle, source.id);
  }

  async find(c: Changing, named: NamedSource): Promise<Id> {
    const key = named.key ?? `name:${named.what}:${named.name}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const made = await c.make('sources', {
      name: named.name,
      aliases: [],
      what: named.what,
      handles: [...new Set([...named.handles, ...(named.key === undefined ? [] : [named.key])])],
      party: false,
      confidential: false,
      pseudonym: '',
      remarks: '',
    });
    this.#byKey.set(key, made.id);
    return made.id;
  }
}

/** The tags that files state, each found (by its path, capitals or not) or made once. */
class StatedTags {
  readonly #state: ReadonlyMap<Id, Tag>;
  readonly #made = new Map<string, Id>();

  constructor(state: ReadonlyMap<Id, Tag>) {
    this.#state = state;
  }

  async find(c: Changing, paths: readonly string[]): Promise<Id[]> {
    const ids: Id[] = [];
    for (const path of paths) ids.push(await this.#one(c, path));
    return ids;
  }

  async #one(c: Changing, path: string): Promise<Id> {
    const name = path.toLowerCase();
    const known = this.#made.get(name) ?? tagAt(path, this.#state)?.id;
    const id = known ?? (await c.make('tags', { path, colour: 'none' })).id;
    this.#made.set(name, id);
    return id;
  }
}

import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { type Tag, tagPath } from '#domain/tag.ts';
import { change } from '#store/change.ts';
import type { CaseState } from '#store/open-case.ts';
import type { Changing } from '#store/writing.ts';

/** A tag needs at least one word. */
export class TagNameEmpty extends Error {
  readonly code = 'tag-name-empty';
}

/** Another tag has this name already; the two can be merged. */
export class TagNameTaken extends Error {
  readonly code = 'tag-name-taken';
}

/** Gives the tag with a path, in whatever case it was typed; undefined when none that is not in the trash has it. */
export function tagAt(path: string, tags: ReadonlyMap<Id, Tag>): Tag | undefined {
  const wanted = path.toLowerCase();
  return [...tags.values()].find((tag) => tag.gone === undefined && tag.path.toLowerCase() === wanted);
}

/** Makes a tag from what was typed, or finds the one that is there; gives its id. */
export async function makeTag(caseId: Id, tags: ReadonlyMap<Id, Tag>, typed: string): Promise<Id> {
  const path = tagPath(typed);
  if (path === null) throw new TagNameEmpty();
  const known = tagAt(path, tags);
  if (known) return known.id;
  const parent = tagAt(path.split('/').slice(0, -1).join('/'), tags);
  const made = await change(caseId, 'tag.make', (c) => c.make('tags', { path, colour: parent?.colour ?? 'none' }));
  return made.id;
}

export async function setTagColour(caseId: Id, id: Id, colour: Tag['colour']): Promise<void> {
  await change(caseId, 'tag.colour', (c) => c.edit('tags', id, (tag) => ({ ...tag, colour })));
}

function nestedUnder(path: string, tags: ReadonlyMap<Id, Tag>): Tag[] {
  return [...tags.values()].filter((tag) => tag.gone === undefined && tag.path.startsWith(`${path}/`));
}

/** Renames a tag and everything nested under it. Refuses a name that another tag has. */
export async function renameTag(caseId: Id, tags: ReadonlyMap<Id, Tag>, tag: Tag, typed: string): Promise<void> {
  const path = tagPath(typed);
  if (path === null) throw new TagNameEmpty();
  const nested = nestedUnder(tag.path, tags);
  const moving = new Set([tag.id, ...nested.map(({ id }) => id)]);
  const next = new Map([
    [tag.id, path],
    ...nested.map((one): [Id, string] => [one.id, path + one.path.slice(tag.path.length)]),
  ]);
  const isTaken = (to: string) => {
    const there = tagAt(to, tags);
    return there !== undefined && !moving.has(there.id);
  };
  if ([...next.values()].some(isTaken)) throw new TagNameTaken();
  await change(caseId, 'tag.rename', async (c) => {
    for (const [id, to] of next) await c.edit('tags', id, (one) => ({ ...one, path: to }));
  });
}

/**
 * Merges a tag into another: exhibits, shots and regions that had it have the other, what was nested under it is nested under the
 * other (merged where both have it), and the tag goes into the trash. One change.
 */
export async function mergeTag(caseId: Id, state: CaseState, from: Tag, into: Tag): Promise<void> {
  const replaced = new Map<Id, Id>([[from.id, into.id]]);
  const renamed = new Map<Id, string>();
  for (const nested of nestedUnder(from.path, state.tags)) {
    if (nested.id === into.id) continue;
    const path = into.path + nested.path.slice(from.path.length);
    const there = tagAt(path, state.tags);
    if (there && there.id !== nested.id) replaced.set(nested.id, there.id);
    else renamed.set(nested.id, path);
  }
  await change(caseId, 'tag.merge', async (c) => {
    for (const [id, path] of renamed) await c.edit('tags', id, (tag) => ({ ...tag, path }));
    for (const exhibit of state.exhibits.values()) {
      if (usesAny(exhibit, replaced)) await c.edit('exhibits', exhibit.id, (e) => retagged(e, replaced));
    }
    for (const id of replaced.keys()) await c.trash('tags', id);
  });
}

function tagsWithin(exhibit: Exhibit): Id[] {
  if (exhibit.kind === 'video') return Object.values(exhibit.body.shots).flatMap((shot) => shot.tags);
  if (exhibit.kind === 'photo') return Object.values(exhibit.body.regions).flatMap((region) => region.tags);
  return [];
}

function usesAny(exhibit: Exhibit, replaced: ReadonlyMap<Id, Id>): boolean {
  return [...exhibit.tags, ...tagsWithin(exhibit)].some((id) => replaced.has(id));
}

function retagged(exhibit: Exhibit, replaced: ReadonlyMap<Id, Id>): Exhibit {
  const swap = (tags: Id[]) => [...new Set(tags.map((id) => replaced.get(id) ?? id))];
  const inEach = <T extends { tags: Id[] }>(parts: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, { ...part, tags: swap(part.tags) }]));
  const tags = swap(exhibit.tags);
  if (exhibit.kind === 'video')
    return { ...exhibit, tags, body: { ...exhibit.body, shots: inEach(exhibit.body.shots) } };
  if (exhibit.kind === 'photo')
    return { ...exhibit, tags, body: { ...exhibit.body, regions: inEach(exhibit.body.regions) } };
  return { ...exhibit, tags };
}

/** Puts a tag and everything nested under it into the trash. Exhibits keep it, unseen, so that restoring brings it back whole. */
export async function trashTag(caseId: Id, tags: ReadonlyMap<Id, Tag>, tag: Tag): Promise<void> {
  const all = [tag, ...nestedUnder(tag.path, tags)];
  await change(caseId, 'tag.trash', (c) => trashAll(c, all));
}

async function trashAll(c: Changing, tags: Tag[]): Promise<void> {
  for (const { id } of tags) await c.trash('tags', id);
}

/** Gives all of some exhibits the tags; exhibits that have them stay as they are. One change. */
export async function tagExhibits(caseId: Id, exhibits: readonly Id[], tags: readonly Id[]): Promise<void> {
  await change(caseId, 'exhibit.tag', async (c) => {
    for (const id of exhibits)
      await c.edit('exhibits', id, (e) => ({ ...e, tags: [...new Set([...e.tags, ...tags])] }));
  });
}

/** Takes the tags off all of some exhibits. One change. */
export async function untagExhibits(caseId: Id, exhibits: readonly Id[], tags: readonly Id[]): Promise<void> {
  await change(caseId, 'exhibit.untag', async (c) => {
    for (const id of exhibits)
      await c.edit('exhibits', id, (e) => ({ ...e, tags: e.tags.filter((t) => !tags.includes(t)) }));
  });
}

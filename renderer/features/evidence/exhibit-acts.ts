import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { change } from '#store/change.ts';

/** Edits exhibits in one change; `act` is what the journal calls it. */
export async function editExhibits(
  caseId: Id,
  act: string,
  ids: readonly Id[],
  next: (exhibit: Exhibit) => Exhibit,
): Promise<void> {
  await change(caseId, act, (c) => c.editAll('exhibits', ids, next));
}

/** Sets the tags that exhibits have in common: puts some on, takes some off. */
export function retagExhibits(caseId: Id, ids: readonly Id[], on: readonly Id[], off: readonly Id[]): Promise<void> {
  const dropped = new Set(off);
  return editExhibits(caseId, 'exhibit.tag', ids, (e) => ({
    ...e,
    tags: [...new Set([...e.tags, ...on])].filter((tag) => !dropped.has(tag)),
  }));
}

export function setSource(caseId: Id, ids: readonly Id[], source: Id | undefined): Promise<void> {
  return editExhibits(caseId, 'exhibit.source', ids, (e) => ({ ...e, source }));
}

/** Covers the pictures of exhibits, or says that they need no cover. */
export function setGraphic(caseId: Id, ids: readonly Id[], graphic: boolean): Promise<void> {
  return editExhibits(caseId, 'exhibit.graphic', ids, (e) => ({ ...e, graphic }));
}

/** Sorts imported exhibits into the evidence, or sets them aside; undefined takes them out of the inbox. */
export function setInbox(caseId: Id, ids: readonly Id[], inbox: Exhibit['inbox']): Promise<void> {
  return editExhibits(caseId, 'exhibit.sort', ids, (e) => ({ ...e, inbox }));
}

export async function trashExhibits(caseId: Id, ids: readonly Id[]): Promise<void> {
  await change(caseId, 'exhibit.trash', (c) => c.trashAll('exhibits', ids));
}

export async function restoreExhibits(caseId: Id, ids: readonly Id[]): Promise<void> {
  await change(caseId, 'exhibit.restore', (c) => c.restoreAll('exhibits', ids));
}

import { useCallback } from 'react';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Bodies, KindName } from '#domain/evidence/kinds.ts';
import type { Id } from '#domain/id.ts';
import { change } from '#store/change.ts';

/** Gives the function that edits the body of an exhibit as one change: it gets the body as it stands then. */
export function useBodyEdit<K extends KindName>(
  exhibit: Exhibit<K>,
): (act: string, next: (body: Bodies[K]) => Bodies[K]) => Promise<void> {
  const { case: caseId, id, kind } = exhibit;
  return useCallback((act, next) => editBody(caseId, id, kind, act, next), [caseId, id, kind]);
}

/** Edits the body of an exhibit of a known kind as one change. */
export function editBody<K extends KindName>(
  caseId: Id,
  id: Id,
  kind: K,
  act: string,
  next: (body: Bodies[K]) => Bodies[K],
): Promise<void> {
  return change(caseId, act, (c) =>
    c.edit('exhibits', id, (record) => {
      if (!isOfKind(record, kind)) throw new TypeError(`${record.label} is of kind ${record.kind}, not ${kind}.`);
      return Object.assign({}, record, { body: next(record.body) });
    }),
  );
}

function isOfKind<K extends KindName>(exhibit: Exhibit, kind: K): exhibit is Exhibit<K> & Exhibit {
  return exhibit.kind === kind;
}

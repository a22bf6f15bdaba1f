import { createContext, useContext, useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import type { Id } from '#domain/id.ts';
import type { RecordOf, TableName } from '#domain/tables.ts';
import { history, onHistory, type Step } from './history.ts';
import type { CaseState, OpenCase } from './open-case.ts';

/** Gives views the case they stand in. */
export const CaseContext = createContext<OpenCase | null>(null);

/** The open case. Only for views inside one. */
export function useOpenCase(): OpenCase {
  const opened = useContext(CaseContext);
  if (!opened) throw new Error('This view stands outside a case.');
  return opened;
}

/** All records of the case; renders again with every change. Prefer {@link useTable} or {@link useRecord}. */
export function useCaseState(): CaseState {
  const opened = useOpenCase();
  return useSyncExternalStore(opened.subscribe, () => opened.state);
}

/** The records of one table, trashed ones included; renders again when one of them changes. */
export function useTable<T extends TableName>(table: T): ReadonlyMap<Id, RecordOf[T]> {
  const opened = useOpenCase();
  return useSyncExternalStore(opened.subscribe, () => opened.state[table]);
}

/** One record, trashed or not; renders again only when it changes. */
export function useRecord<T extends TableName>(table: T, id: Id | undefined): RecordOf[T] | undefined {
  const opened = useOpenCase();
  return useSyncExternalStore(opened.subscribe, () => (id === undefined ? undefined : opened.state[table].get(id)));
}

/** The records of a table that are not in the trash; the same array until one of the table's records changes. */
export function useAlive<T extends TableName>(table: T): RecordOf[T][] {
  const records = useTable(table);
  return useMemo(() => alive(records), [records]);
}

/**
 * Like {@link useAlive}, for what lists or counts a whole table: after a change of thousands of records it follows a moment later,
 * drawn in pieces, and the window never stands still for it.
 */
export function useAliveSoon<T extends TableName>(table: T): RecordOf[T][] {
  const records = useDeferredValue(useTable(table));
  return useMemo(() => alive(records), [records]);
}

/** The records of a map that are not in the trash, in the order they were made. */
export function alive<R extends { gone?: string | undefined }>(records: ReadonlyMap<Id, R>): R[] {
  return [...records.values()].filter((record) => record.gone === undefined);
}

/** The last step that can be undone and redone in this window. */
export function useHistory(): { undo: Step | undefined; redo: Step | undefined } {
  const { id } = useOpenCase();
  const steps = useSyncExternalStore(onHistory, () => history(id));
  return { undo: steps.undo.at(-1), redo: steps.redo.at(-1) };
}

import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stampTime } from '#domain/stamp.ts';
import type { TableName } from '#domain/tables.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { type Target, useWorkbench } from '#features/cases/workbench.ts';
import { change } from '#store/change.ts';
import { type Trashed, trashOf } from '#store/trash.ts';
import { useCaseState, useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { useAction } from '#ui/use-action.ts';
import { VirtualList } from '#ui/VirtualList.tsx';
import { EmptyTrash } from './EmptyTrash.tsx';
import { nameOf } from './name-of.ts';
import styles from './TrashView.module.css';

interface Named extends Trashed {
  readonly name: string;
}

const idOf = ({ record }: Named) => record.id;

/** What is in the trash: read it, restore one or many; emptying it is the one deletion that cannot be undone. */
export function TrashView() {
  const { t } = useTranslation('journal');
  const opened = useOpenCase();
  const state = useCaseState();
  const { openBeside } = useWorkbench();
  const [text, setText] = useState('');
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(
    (): Named[] => trashOf(state).map((one) => ({ ...one, name: nameOf(state, one.table, one.record.id) ?? '' })),
    [state],
  );
  const wanted = text.trim().toLocaleLowerCase();
  const shown = all.filter(({ table, name }) => `${t(table)} ${name}`.toLocaleLowerCase().includes(wanted));
  const chosen = shown.filter(({ record }) => selection.has(record.id));
  const [restore, { busy, error }] = useAction(async (_tools, which: readonly Trashed[]) => {
    await change(opened.id, 'trash.restore', async (c) => {
      for (const { table, record } of which) await c.restore(table, record.id);
    });
    setSelection(new Set());
    showUndoToast(opened.id, t('restored', { count: which.length }), t('undo'));
  });
  const onRowKey = (one: Named, event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'r' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    void restore(selection.has(one.record.id) ? chosen : [one]);
  };
  return (
    <section className={styles.view} aria-labelledby="trash-title">
      <header className={styles.head}>
        <h1 id="trash-title">{t('trash')}</h1>
        <span className={styles.count}>{all.length > 0 && t('records', { count: all.length })}</span>
        {all.length > 0 && (
          <>
            <SearchField label={t('filterTrash')} placeholder={t('filterTrash')} value={text} onChange={setText} />
            <EmptyTrash trashed={all} />
          </>
        )}
      </header>
      {all.length === 0 && <EmptyState text={t('trashEmpty')} />}
      {all.length > 0 && <p className={styles.hint}>{t('trashHint')}</p>}
      {error && <p role="alert">{t('notRestored')}</p>}
      {all.length > 0 && shown.length === 0 && <EmptyState text={t('noneFound')} />}
      {shown.length > 0 && (
        <div className={styles.list}>
          <VirtualList
            label={t('trash')}
            role="grid"
            items={shown}
            idOf={idOf}
            rowHeight={36}
            renderRow={(one) => <TrashRow one={one} onRestore={() => void restore([one])} />}
            selection={selection}
            onSelectionChange={setSelection}
            onOpen={({ table, record }) => isTarget(table) && openBeside({ table, id: record.id })}
            onRowKey={onRowKey}
          />
        </div>
      )}
      {chosen.length > 1 && (
        <div className={styles.foot} role="toolbar" aria-label={t('chosenActs')}>
          <span role="status">{t('chosen', { count: chosen.length })}</span>
          <Button variant="primary" keys="R" isDisabled={busy} onPress={() => void restore(chosen)}>
            {t('restore')}
          </Button>
          <Button variant="quiet" keys="Escape" onPress={() => setSelection(new Set())}>
            {t('chooseNone')}
          </Button>
        </div>
      )}
    </section>
  );
}

function isTarget(table: TableName): table is Target['table'] {
  return ['exhibits', 'claims', 'notes', 'sources', 'questions'].includes(table);
}

function TrashRow({ one, onRestore }: { readonly one: Named; readonly onRestore: () => void }) {
  const { t, i18n } = useTranslation('journal');
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const name = one.name || t('unnamed');
  return (
    <div className={styles.row}>
      <span className={styles.quiet}>{t(one.table)}</span>
      <span dir="auto" title={name}>
        {name}
      </span>
      <span className={styles.quiet}>{one.record.gone && when.format(stampTime(one.record.gone))}</span>
      <Button excludeFromTabOrder aria-label={`${t('restore')} ${name}`} onPress={onRestore}>
        {t('restore')}
      </Button>
    </div>
  );
}

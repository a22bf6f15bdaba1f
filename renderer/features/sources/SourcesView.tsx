import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#domain/source.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { alive, useOpenCase, useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useAction } from '#ui/use-action.ts';
import { VirtualList } from '#ui/VirtualList.tsx';
import { reliabilityOf } from './assessments-about.ts';
import { makeSource } from './change-sources.ts';
import { exhibitsBySource } from './exhibits-by-source.ts';
import styles from './SourcesView.module.css';

const idOf = (source: Source) => source.id;

/** All sources with their reliability and how many exhibits come from each. */
export function SourcesView() {
  const { t } = useTranslation('sources');
  const sources = useTable('sources');
  const { open } = useWorkbench();
  const [text, setText] = useState('');
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const all = alive(sources);
  const shown = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return alive(sources)
      .filter((s) => [s.name, ...s.aliases, ...s.handles].some((word) => word.toLowerCase().includes(wanted)))
      .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  }, [sources, text]);
  return (
    <section className={styles.view} aria-labelledby="sources-title">
      <header className={styles.head}>
        <h1 id="sources-title">{t('sources')}</h1>
        <NewSource />
        {all.length > 0 && (
          <SearchField label={t('filter')} placeholder={t('filter')} value={text} onChange={setText} />
        )}
      </header>
      {all.length === 0 && <EmptyState text={t('empty')} />}
      {all.length > 0 && shown.length === 0 && <EmptyState text={t('none')} />}
      {shown.length > 0 && (
        <div className={styles.list}>
          <VirtualList
            label={t('sources')}
            items={shown}
            idOf={idOf}
            rowHeight={32}
            renderRow={(source) => <SourceRow source={source} />}
            selection={selection}
            onSelectionChange={setSelection}
            onOpen={(source) => open({ table: 'sources', id: source.id })}
          />
        </div>
      )}
    </section>
  );
}

function SourceRow({ source }: { readonly source: Source }) {
  const { t } = useTranslation('sources');
  const exhibits = exhibitsBySource(useTable('exhibits')).get(source.id) ?? [];
  const grade = reliabilityOf(source.id, useTable('assessments'));
  const count = exhibits.filter((e) => e.gone === undefined).length;
  return (
    <div className={styles.row}>
      <span className={styles.mark} title={t('reliability')}>
        {grade}
      </span>
      <span className={styles.name} dir="auto">
        {source.name || t('unnamed')}
      </span>
      <span className={styles.quiet} dir="auto">
        {[...source.aliases, ...source.handles].join(' · ')}
      </span>
      <span className={styles.quiet}>
        {[t(source.what), source.party && t('partyShort'), source.confidential && t('confidential')]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={styles.count}>{t('exhibits', { count })}</span>
    </div>
  );
}

function NewSource() {
  const { t } = useTranslation('sources');
  const { id: caseId } = useOpenCase();
  const { open } = useWorkbench();
  const [name, setName] = useState('');
  const [make, { error }] = useAction(async () => {
    if (name.trim() === '') return;
    const id = await makeSource(caseId, name, 'channel');
    setName('');
    open({ table: 'sources', id });
  });
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <TextField
        aria-label={t('newName')}
        placeholder={t('newName')}
        value={name}
        onChange={setName}
        {...(error && { error: t('notKept') })}
      />
      <Button type="submit">{t('add')}</Button>
    </form>
  );
}

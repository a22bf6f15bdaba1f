import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#domain/source.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { useAlive, useOpenCase, useTable } from '#store/use-case.ts';
import { AddLine } from '#ui/AddLine.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import { reliabilityOf } from './assessments-about.ts';
import { makeSource } from './change-sources.ts';
import { exhibitsBySource } from './exhibits-by-source.ts';
import styles from './SourcesView.module.css';

const idOf = (source: Source) => source.id;

/** All sources with their reliability and how many exhibits come from each. */
export function SourcesView() {
  const { t } = useTranslation('sources');
  const { id: caseId } = useOpenCase();
  const { open } = useWorkbench();
  const [text, setText] = useState('');
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const all = useAlive('sources');
  const shown = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return all
      .filter((s) => [s.name, ...s.aliases, ...s.handles].some((word) => word.toLowerCase().includes(wanted)))
      .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  }, [all, text]);
  return (
    <section className={styles.view} aria-labelledby="sources-title">
      <header className={styles.head}>
        <h1 id="sources-title">{t('sources')}</h1>
        <AddLine
          label={t('newName')}
          act={t('add')}
          onAdd={async (name) => open({ table: 'sources', id: await makeSource(caseId, name, 'channel') })}
          failed={() => t('notKept')}
        />
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
  const also = [...source.aliases, ...source.handles].join(' · ');
  return (
    <div className={styles.row}>
      <span className={styles.mark} title={t('reliability')}>
        {grade}
      </span>
      <span className={styles.named}>
        <span className={styles.name} dir="auto" title={source.name}>
          {source.name || t('unnamed')}
        </span>
        {also !== '' && (
          <span className={styles.also} dir="auto" title={also}>
            {also}
          </span>
        )}
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

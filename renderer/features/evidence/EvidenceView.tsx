import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { Button } from '#ui/Button.tsx';
import { classes } from '#ui/classes.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { oneOf, type Preference, usePreference } from '#ui/preferences.ts';
import { Segmented } from '#ui/Segmented.tsx';
import { adding } from './adding.ts';
import { BulkBar } from './BulkBar.tsx';
import styles from './EvidenceView.module.css';
import { ExhibitList } from './ExhibitList.tsx';
import rows from './ExhibitRow.module.css';
import { FilterBar } from './FilterBar.tsx';
import { SortSelect } from './SortSelect.tsx';
import type { ExhibitFilter, ExhibitSort } from './select-exhibits.ts';
import { UnsavedLine } from './UnsavedLine.tsx';
import { useColumns } from './use-columns.ts';
import { useChosen, useSelectedExhibits } from './use-selected-exhibits.ts';

const formPreference: Preference<'table' | 'cards'> = {
  key: 'evidence-form',
  fallback: 'table',
  read: oneOf('table', 'cards'),
};

const cardWidth = 340;

interface EvidenceViewProps {
  /** What to show only, as the frame was asked; give the view a `key` of it. */
  readonly filter?: { tag?: Id; source?: Id } | undefined;
}

/** Every exhibit of the case, filtered, sorted, chosen and acted on. */
export function EvidenceView({ filter: asked }: EvidenceViewProps) {
  const { t } = useTranslation('evidence');
  const [form, setForm] = usePreference(formPreference);
  const [filter, setFilter] = useState<ExhibitFilter>(() => ({
    ...(asked?.tag !== undefined && { tags: [asked.tag] }),
    ...(asked?.source !== undefined && { source: asked.source }),
  }));
  const [sort, setSort] = useState<ExhibitSort>({ by: 'number', direction: 'up' });
  const [selection, setSelection] = useState<ReadonlySet<Id>>(new Set());
  const { shown, all } = useSelectedExhibits(filter, sort);
  const chosen = useChosen(selection, shown);
  const place = useRef<HTMLDivElement>(null);
  const columns = useColumns(place, cardWidth);
  return (
    <section className={styles.view} aria-labelledby="evidence-title">
      <header className={styles.head}>
        <h1 id="evidence-title">{t('evidence')}</h1>
        <span className={styles.count} role="status">
          {shown.length === all.length
            ? t('count', { count: all.length })
            : t('countOf', { shown: shown.length, count: all.length })}
        </span>
        <Segmented
          label={t('form')}
          items={(['table', 'cards'] as const).map((id) => ({ id, label: t(`form-${id}`) }))}
          value={form}
          onChange={setForm}
        />
      </header>
      <UnsavedLine />
      {all.length > 0 && (
        <FilterBar filter={filter} onFilter={setFilter}>
          {form === 'cards' && <SortSelect sort={sort} onSort={setSort} />}
        </FilterBar>
      )}
      {form === 'table' && shown.length > 0 && <TableHead sort={sort} onSort={setSort} />}
      <div ref={place} className={styles.list}>
        {all.length === 0 && (
          <EmptyState text={t('empty')}>
            <Button variant="primary" onPress={() => adding.ask({})}>
              {t('addFirst')}
            </Button>
          </EmptyState>
        )}
        {all.length > 0 && shown.length === 0 && (
          <EmptyState text={t('nonePass')}>
            <Button onPress={() => setFilter({})}>{t('clearFilters')}</Button>
          </EmptyState>
        )}
        {shown.length > 0 && (
          <ExhibitList
            items={shown}
            form={form}
            columns={form === 'cards' ? columns : 1}
            selection={chosen}
            onSelectionChange={setSelection}
          />
        )}
      </div>
      {chosen.size > 1 && <BulkBar chosen={chosen} onClear={() => setSelection(new Set())} />}
    </section>
  );
}

interface TableHeadProps {
  readonly sort: ExhibitSort;
  readonly onSort: (sort: ExhibitSort) => void;
}

const heads = ['number', 'kind', 'title', 'date', null, 'source', null] as const;

/** The heads of the columns; pressing one sorts by it, pressing it again turns the order round. */
function TableHead({ sort, onSort }: TableHeadProps) {
  const { t } = useTranslation('evidence');
  const words = ['number', 'kind', 'title', 'date', 'tags', 'source', 'grade'] as const;
  return (
    <div className={classes(rows.columns, styles.heads)} role="toolbar" aria-label={t('sort')}>
      {words.map((word, i) => {
        const by = heads[i];
        if (!by) return <span key={word}>{t(`head-${word}`)}</span>;
        const isSorted = sort.by === by;
        const next = isSorted && sort.direction === 'up' ? 'down' : 'up';
        return (
          <button
            key={word}
            type="button"
            aria-pressed={isSorted}
            aria-label={t(`sort-${by}-${next}`)}
            onClick={() => onSort({ by, direction: next })}
          >
            {t(`head-${word}`)}
            {isSorted && <span aria-hidden="true">{sort.direction === 'up' ? ' ↑' : ' ↓'}</span>}
          </button>
        );
      })}
    </div>
  );
}

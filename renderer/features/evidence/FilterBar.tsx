import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindNames } from '#domain/evidence/kinds.ts';
import { useAlive } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { Popover } from '#ui/Popover.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './EvidenceView.module.css';
import { MomentText, readMoment } from './MomentText.tsx';
import { type ExhibitFilter, filtersNothing, noSource } from './select-exhibits.ts';

interface FilterBarProps {
  readonly filter: ExhibitFilter;
  readonly onFilter: (filter: ExhibitFilter) => void;
  /** What stands beside the filters. */
  readonly children?: ReactNode;
}

const flags = ['linked', 'graphic', 'restricted', 'held'] as const;

/** What the list shows. */
export function FilterBar({ filter, onFilter, children }: FilterBarProps) {
  const { t } = useTranslation('evidence');
  const tags = useAlive('tags');
  const sources = useAlive('sources');
  const set = (fields: Partial<ExhibitFilter>) => onFilter({ ...filter, ...fields });
  const more = [...flags.map((flag) => filter[flag]), filter.during].filter((value) => value !== undefined).length;
  return (
    <search className={styles.filters} aria-label={t('filters')}>
      <div className={styles.search}>
        <SearchField
          label={t('filterText')}
          placeholder={t('filterText')}
          value={filter.text ?? ''}
          onChange={(text) => set({ text })}
        />
      </div>
      <Select
        aria-label={t('kind')}
        items={[{ id: 'all' as const, label: t('allKinds') }, ...kindNames.map((id) => ({ id, label: t(id) }))]}
        value={filter.kinds?.[0] ?? 'all'}
        onChange={(kind) => set({ kinds: kind === 'all' ? undefined : [kind] })}
      />
      <ComboBox
        aria-label={t('tag')}
        placeholder={t('anyTag')}
        items={tags.map(({ id, path }) => ({ id, label: path }))}
        value={filter.tags?.[0] ?? null}
        onChange={(tag) => set({ tags: tag === null ? undefined : [tag] })}
      />
      <ComboBox
        aria-label={t('source')}
        placeholder={t('anySource')}
        items={[{ id: noSource, label: t('noSource') }, ...sources.map(({ id, name }) => ({ id, label: name }))]}
        value={filter.source ?? null}
        onChange={(source) => set({ source: source ?? undefined })}
      />
      <Popover
        label={t('moreFilters')}
        trigger={<Button>{more > 0 ? t('moreFiltersOn', { count: more }) : t('moreFilters')}</Button>}
      >
        <div className={styles.more}>
          {flags.map((flag) => (
            <div key={flag} className={styles.flag}>
              <span>{t(`flag-${flag}`)}</span>
              <Segmented
                label={t(`flag-${flag}`)}
                items={(['any', 'yes', 'no'] as const).map((id) => ({ id, label: t(id) }))}
                value={filter[flag] ?? 'any'}
                onChange={(value) => set({ [flag]: value === 'any' ? undefined : value })}
              />
            </div>
          ))}
          <During filter={filter} set={set} />
        </div>
      </Popover>
      {children}
      {!filtersNothing(filter) && (
        <Button variant="quiet" onPress={() => onFilter({})}>
          {t('clearFilters')}
        </Button>
      )}
    </search>
  );
}

interface DuringProps {
  readonly filter: ExhibitFilter;
  readonly set: (fields: Partial<ExhibitFilter>) => void;
}

function During({ filter, set }: DuringProps) {
  const { t } = useTranslation('evidence');
  const [text, setText] = useState(filter.during && 'edtf' in filter.during ? filter.during.edtf : '');
  return (
    <MomentText
      label={t('during')}
      text={text}
      onChange={(next) => {
        setText(next);
        const moment = readMoment(next);
        if (moment !== null) set({ during: moment });
      }}
    />
  );
}

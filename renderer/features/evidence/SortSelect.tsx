import { useTranslation } from 'react-i18next';
import { Select } from '#ui/Select.tsx';
import { type ExhibitSort, sortKeys } from './select-exhibits.ts';

interface SortSelectProps {
  readonly sort: ExhibitSort;
  readonly onSort: (sort: ExhibitSort) => void;
}

/** The order of the cards, which have no heads to press. */
export function SortSelect({ sort, onSort }: SortSelectProps) {
  const { t } = useTranslation('evidence');
  return (
    <Select
      aria-label={t('sort')}
      items={sortKeys.flatMap((by) =>
        (['up', 'down'] as const).map((direction) => ({
          id: `${by} ${direction}` as const,
          label: t(`sort-${by}-${direction}`),
        })),
      )}
      value={`${sort.by} ${sort.direction}`}
      onChange={(id) => {
        const by = sortKeys.find((key) => id.startsWith(`${key} `));
        if (by) onSort({ by, direction: id.endsWith('down') ? 'down' : 'up' });
      }}
    />
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { SearchField } from '#ui/SearchField.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import styles from './ExhibitPicker.module.css';
import { useSelectedExhibits } from './use-selected-exhibits.ts';

const byNumber = { by: 'number', direction: 'up' } as const;
const idOf = (exhibit: Exhibit) => exhibit.id;

interface ExhibitPickerProps {
  readonly value: Id | null;
  readonly onChange: (exhibit: Id | null) => void;
  /** Exhibits that are not offered. */
  readonly without: readonly Id[];
}

/** One exhibit chosen among thousands: typing narrows the list, a row that is chosen stays marked. */
export function ExhibitPicker({ value, onChange, without }: ExhibitPickerProps) {
  const { t } = useTranslation('evidence');
  const [text, setText] = useState('');
  const filter = useMemo(() => ({ text }), [text]);
  const { shown } = useSelectedExhibits(filter, byNumber);
  const offered = useMemo(() => shown.filter(({ id }) => !without.includes(id)), [shown, without]);
  const selection = useMemo(() => new Set(value === null ? [] : [value]), [value]);
  return (
    <div className={styles.picker}>
      <SearchField
        autoFocus
        label={t('findExhibit')}
        placeholder={t('findExhibit')}
        value={text}
        onChange={setText}
        onSubmit={() => onChange(offered[0]?.id ?? null)}
      />
      <div className={styles.list}>
        {offered.length === 0 ? (
          <p className={styles.none}>{t('nonePass')}</p>
        ) : (
          <VirtualList
            label={t('evidence')}
            items={offered}
            idOf={idOf}
            rowHeight={28}
            renderRow={(exhibit) => (
              <span className={styles.row}>
                <span className={styles.label}>{exhibit.label}</span>
                <span dir="auto">{titleOf(exhibit) || t('untitled')}</span>
              </span>
            )}
            selection={selection}
            onSelectionChange={(ids) => onChange([...ids].find((id) => id !== value) ?? [...ids][0] ?? null)}
            onOpen={(exhibit) => onChange(exhibit.id)}
          />
        )}
      </div>
    </div>
  );
}

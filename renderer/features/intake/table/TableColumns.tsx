import { useTranslation } from 'react-i18next';
import { fields, type Mapping } from '#domain/intake/table/mapping.ts';
import { Select } from '#ui/Select.tsx';
import styles from './TableDialog.module.css';
import type { TableBeginning } from './table-mapping.ts';

export interface TableColumnsProps {
  readonly beginning: TableBeginning;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
}

/** The columns of a table, each with some of its cells and what it is to be. */
export function TableColumns({ beginning, mapping, onMapping }: TableColumnsProps) {
  const { t } = useTranslation('table');
  const items = fields.map((id) => ({ id, label: t(`field-${id}`) }));
  return (
    <section className={styles.half} aria-label={t('columns')}>
      <ul className={styles.columns}>
        {beginning.names.map((name, n) => (
          <li key={name} className={styles.column}>
            <div className={styles.named}>
              <strong dir="auto">{name}</strong>
              <span className={styles.examples} dir="auto">
                {examplesOf(beginning, n).join(' · ') || t('noExample')}
              </span>
            </div>
            <Select
              aria-label={t('isField', { name })}
              items={items}
              value={mapping.columns[n] ?? 'keep'}
              onChange={(field) =>
                onMapping({
                  ...mapping,
                  columns: beginning.names.map((_, at) => (at === n ? field : (mapping.columns[at] ?? 'keep'))),
                })
              }
            />
          </li>
        ))}
      </ul>
      {mapping.columns.includes('leave') && <p className={styles.hint}>{t('leaveHint')}</p>}
    </section>
  );
}

/** Up to three different cells of a column, shortened. */
function examplesOf({ rows }: TableBeginning, n: number): string[] {
  const cells = rows.map(({ cells }) => cells[n]?.trim() ?? '').filter((cell) => cell !== '');
  return [...new Set(cells)].slice(0, 3).map((cell) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell));
}

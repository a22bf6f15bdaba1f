import { useTranslation } from 'react-i18next';
import type { Mapping } from '#domain/intake/table/mapping.ts';
import { useImporterWords } from '#features/intake/use-importer-words.ts';
import { Progress } from '#ui/Progress.tsx';
import { RowErrorWords } from './RowErrorWords.tsx';
import styles from './TableDialog.module.css';
import type { TablePlace } from './table-protocol.ts';
import { useTableCheck } from './use-table-check.ts';

/**
 * What a mapping makes of the whole table: how many exhibits, and every row that something is wrong with. It follows the reading by
 * itself, so that nothing around it is drawn again meanwhile.
 */
export function TableChecked({ place, mapping }: { readonly place: TablePlace; readonly mapping: Mapping }) {
  const check = useTableCheck(place, mapping);
  const { t } = useTranslation('table');
  const words = useImporterWords();
  switch (check.type) {
    case 'none':
      return <Progress label={t('checking')} />;
    case 'progress':
      return <Progress label={t('checking')} done={check.done} total={check.total} />;
    case 'failed':
      return <p className={styles.error}>{t('checkFailed', { message: check.message })}</p>;
    case 'checked': {
      const { kinds, made, left, errors, told, isCut } = check.checked;
      const counts = Object.entries(kinds).map(([kind, count]) => words.count(kind, count));
      return (
        <>
          <p role="status" className={styles.outcome}>
            <strong>{t('made', { count: made })}</strong>
            {counts.length > 0 && ` (${counts.join(', ')})`}
            {left > 0 && ` · ${t('left', { count: left })}`}
            {isCut && ` · ${t('cut')}`}
          </p>
          {told > 0 && (
            <details className={styles.errors} open={left > 0}>
              <summary>{t('told', { count: told })}</summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached with the keyboard */}
              <ul tabIndex={0} aria-label={t('told', { count: told })}>
                {errors.map((error) => (
                  <li key={`${error.row} ${error.code} ${error.column}`}>
                    <span className={styles.number}>{t('row', { row: error.row })}</span>
                    <span>
                      <RowErrorWords error={error} />
                    </span>
                  </li>
                ))}
              </ul>
              {told > errors.length && <p className={styles.quiet}>{t('more', { count: told - errors.length })}</p>}
            </details>
          )}
        </>
      );
    }
  }
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Mapping, mappingProblems } from '#domain/intake/table/mapping.ts';
import type { TableFound } from '#domain/intake/table/table-found.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { RowPreview } from './RowPreview.tsx';
import { SavedMappings } from './SavedMappings.tsx';
import { TableChecked } from './TableChecked.tsx';
import { TableColumns } from './TableColumns.tsx';
import styles from './TableDialog.module.css';
import { TableFormFields } from './TableFormFields.tsx';
import { beginningOf, firstMapping } from './table-mapping.ts';
import type { TablePlace } from './table-protocol.ts';

export interface TableDialogProps {
  readonly title: string;
  readonly table: TableFound;
  readonly place: TablePlace;
  /** What was said before. */
  readonly mapping: Mapping | undefined;
  readonly onUse: (mapping: Mapping) => void;
  /** Closes with what was said so far, to be gone on with. */
  readonly onClose: (said: Mapping) => void;
}

/** Asks what the columns of a table are, and shows what becomes of its rows while it is said. */
export function TableDialog({ title, table, place, mapping: before, onUse, onClose }: TableDialogProps) {
  const { t } = useTranslation('table');
  const [mapping, setMapping] = useState<Mapping>(() => before ?? firstMapping(table));
  const { form } = mapping;
  const beginning = useMemo(() => beginningOf(table, form), [table, form]);
  const problems = mappingProblems(mapping);
  return (
    <Dialog
      title={t('title', { name: title })}
      isOpen
      onClose={() => onClose(mapping)}
      size="full"
      outside="stay"
      footer={
        <>
          <Button onPress={() => onClose(mapping)}>{t('close')}</Button>
          <Button variant="primary" onPress={() => onUse(mapping)} isDisabled={problems.length > 0}>
            {t('use')}
          </Button>
        </>
      }
    >
      <div className={styles.mapping}>
        <SavedMappings names={beginning.names} mapping={mapping} onMapping={setMapping} />
        <TableFormFields table={table} beginning={beginning} mapping={mapping} onMapping={setMapping} />
        <div className={styles.halves}>
          <TableColumns beginning={beginning} mapping={mapping} onMapping={setMapping} />
          <section className={styles.half} aria-label={t('outcome')}>
            {problems.length > 0 ? (
              <ul className={styles.problems} role="status">
                {problems.map((problem) => (
                  <li key={problem.code === 'twice' ? `twice-${problem.field}` : problem.code}>
                    {problem.code === 'twice'
                      ? t('problem-twice', { field: t(`field-${problem.field}`) })
                      : t(`problem-${problem.code}`)}
                  </li>
                ))}
              </ul>
            ) : (
              <TableChecked place={place} mapping={mapping} />
            )}
            <RowPreview beginning={beginning} mapping={mapping} />
          </section>
        </div>
      </div>
    </Dialog>
  );
}

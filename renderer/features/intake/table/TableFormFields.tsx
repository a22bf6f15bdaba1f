import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encodings } from '#domain/intake/decode-text.ts';
import { dateFields, type Mapping, rowKinds, tagSeparators } from '#domain/intake/table/mapping.ts';
import { quotes, separators } from '#domain/intake/table/row-splitter.ts';
import { dateOrders, orderTold } from '#domain/intake/table/table-date.ts';
import type { TableForm } from '#domain/intake/table/table-form.ts';
import type { TableFound } from '#domain/intake/table/table-found.ts';
import { isZone } from '#domain/zone.ts';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './TableDialog.module.css';
import { type TableBeginning, withForm } from './table-mapping.ts';

export interface TableFormFieldsProps {
  readonly table: TableFound;
  readonly beginning: TableBeginning;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
}

const signs = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', ' ': 'space', '\n': 'line' } as const;
const headers = ['yes', 'no'] as const;

/** How the table is written, and what is said of all of its rows at once. */
export function TableFormFields({ table, beginning, mapping, onMapping }: TableFormFieldsProps) {
  const { t } = useTranslation('table');
  const { form, columns, same } = mapping;
  const [zone, setZone] = useState(mapping.zone);
  const change = (next: Partial<TableForm>) => onMapping(withForm(mapping, table, { ...form, ...next }));
  const cells = beginning.rows.flatMap((row) =>
    row.cells.filter((_, n) => dateFields.some((field) => field === columns[n])),
  );
  const told = orderTold(cells);
  const isDated = columns.some((column) => dateFields.includes(column));
  return (
    <div className={styles.form}>
      <Select
        label={t('encoding')}
        items={encodings.map((id) => ({ id, label: t(`encoding-${id}`) }))}
        value={form.encoding}
        onChange={(encoding) => change({ encoding })}
      />
      <Select
        label={t('separator')}
        items={separators.map((id) => ({ id, label: t(`sign-${signs[id]}`) }))}
        value={form.separator}
        onChange={(separator) => change({ separator })}
      />
      <Select
        label={t('quote')}
        items={quotes.map((id) => ({ id, label: id === 'none' ? t('quote-none') : id }))}
        value={form.quote}
        onChange={(quote) => change({ quote })}
      />
      <Select
        label={t('header')}
        items={headers.map((id) => ({ id, label: t(`header-${id}`) }))}
        value={form.header}
        onChange={(header) => change({ header })}
      />
      <Select
        label={t('kind')}
        items={rowKinds.map((id) => ({ id, label: t(`kind-${id}`) }))}
        value={mapping.kind}
        onChange={(kind) => onMapping({ ...mapping, kind })}
      />
      <Select
        label={t('same')}
        items={[
          { id: 'row', label: t('same-row') },
          ...beginning.names.map((name, n) => ({ id: `${n}`, label: t('same-column', { name }) })),
        ]}
        value={`${same}`}
        onChange={(id) => onMapping({ ...mapping, same: id === 'row' ? 'row' : Number(id) })}
      />
      {columns.includes('tags') && (
        <Select
          label={t('tagSeparator')}
          items={tagSeparators.map((id) => ({ id, label: t(`sign-${signs[id]}`) }))}
          value={mapping.tagSeparator}
          onChange={(tagSeparator) => onMapping({ ...mapping, tagSeparator })}
        />
      )}
      {isDated && (
        <Select
          label={t('dates')}
          items={dateOrders.map((id) => ({ id, label: t(`dates-${id}`) }))}
          value={mapping.dates}
          onChange={(dates) => onMapping({ ...mapping, dates })}
          {...(told === undefined ? {} : { description: t(`told-${told}`) })}
        />
      )}
      {isDated && (
        <TextField
          label={t('zone')}
          value={zone}
          onChange={(text) => {
            setZone(text);
            if (isZone(text)) onMapping({ ...mapping, zone: text });
          }}
          error={isZone(zone) ? undefined : t('zoneWrong', { zone: mapping.zone })}
        />
      )}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { RowError } from '#domain/intake/table/row-error.ts';

/** What is wrong with a row: in which column, what stands there, and what was expected. */
export function RowErrorWords({ error: { code, column, value } }: { readonly error: RowError }) {
  const { t } = useTranslation('intake');
  const { t: table } = useTranslation('table');
  return (
    <>
      {column !== undefined && (
        <>
          <bdi>{column}</bdi>
          {' · '}
        </>
      )}
      {value !== undefined && (
        <>
          <bdi>{table('quoted', { value })}</bdi>
          {' · '}
        </>
      )}
      {t(`finding-${code}`)}
    </>
  );
}

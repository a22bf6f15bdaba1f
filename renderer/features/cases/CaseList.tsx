import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { listCases } from '#store/cases.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { CaseRow } from './CaseRow.tsx';
import styles from './StartScreen.module.css';
import { TrashedCase } from './TrashedCase.tsx';

type Listed = Awaited<ReturnType<typeof listCases>>;

/** The cases on this device, and those in the trash. */
export function CaseList({ onOpen }: { readonly onOpen: (id: Id) => void }) {
  const { t } = useTranslation('cases');
  const cases = useCases();
  if (!cases) return null;
  const kept = cases.filter(({ record }) => record.gone === undefined);
  const trashed = cases.filter(({ record }) => record.gone !== undefined);
  return (
    <>
      <h2 className={styles.section}>{t('yourCases')}</h2>
      {kept.length === 0 && <EmptyState text={t('noCases')} />}
      {kept.length > 0 && (
        <ul className={styles.list}>
          {kept.map((listed) => (
            <CaseRow key={listed.record.id} {...listed} onOpen={() => onOpen(listed.record.id)} />
          ))}
        </ul>
      )}
      {trashed.length > 0 && (
        <>
          <h2 className={styles.section}>{t('trashedCases')}</h2>
          <ul className={styles.list}>
            {trashed.map(({ record }) => (
              <TrashedCase key={record.id} record={record} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function useCases(): Listed | null {
  const [cases, setCases] = useState<Listed | null>(null);
  useEffect(() => {
    const subscription = liveQuery(listCases).subscribe(setCases);
    return () => subscription.unsubscribe();
  }, []);
  return cases;
}

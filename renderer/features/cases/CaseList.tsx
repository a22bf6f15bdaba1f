import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { stampTime } from '#domain/stamp.ts';
import { listCases, removeCase } from '#store/cases.ts';
import { change } from '#store/change.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { showToast } from '#ui/toasts.tsx';
import styles from './StartScreen.module.css';

type Listed = Awaited<ReturnType<typeof listCases>>;

/** The cases on this device, and those in the trash. */
export function CaseList({ onOpen }: { readonly onOpen: (id: Id) => void }) {
  const { t, i18n } = useTranslation('cases');
  const cases = useCases();
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  if (!cases) return null;
  const kept = cases.filter(({ record }) => record.gone === undefined);
  const trashed = cases.filter(({ record }) => record.gone !== undefined);
  const restore = (id: Id) => change(id, 'case.restore', (c) => c.restore('cases', id));
  const trash = async (id: Id, title: string) => {
    await change(id, 'case.trash', (c) => c.trash('cases', id));
    showToast({ text: t('caseTrashed', { title }), action: { label: t('undo'), run: () => void restore(id) } });
  };
  return (
    <>
      <h2 className={styles.section}>{t('yourCases')}</h2>
      {kept.length === 0 && <EmptyState text={t('noCases')} />}
      {kept.length > 0 && (
        <ul className={styles.list}>
          {kept.map(({ record, changed, entries }) => (
            <li key={record.id} className={styles.case}>
              <button type="button" className={styles.open} onClick={() => onOpen(record.id)}>
                <span className={styles.name} dir="auto">
                  {record.title}
                </span>
                <span className={styles.meta}>
                  {t('changed', { when: when.format(stampTime(changed)) })} · {t('entries', { count: entries })}
                </span>
              </button>
              <Button
                variant="quiet"
                aria-label={`${t('trashCase')} ${record.title}`}
                onPress={() => void trash(record.id, record.title)}
              >
                {t('trashCase')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {trashed.length > 0 && (
        <>
          <h2 className={styles.section}>{t('trashedCases')}</h2>
          <p className={styles.meta}>{t('removeHint')}</p>
          <ul className={styles.list}>
            {trashed.map(({ record }) => (
              <li key={record.id} className={styles.case}>
                <span className={styles.open}>{record.title}</span>
                <Button onPress={() => void restore(record.id)}>{t('restore')}</Button>
                <Button variant="quiet" onPress={() => void removeCase(record.id)}>
                  {t('removeForGood')}
                </Button>
              </li>
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

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalEntry, JournalFault } from '#domain/journal.ts';
import { stampTime } from '#domain/stamp.ts';
import { tableNames } from '#domain/tables.ts';
import { checkJournal, journalPage, watchJournal } from '#store/journal.ts';
import { useCaseState, useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import styles from './JournalView.module.css';
import { nameOf } from './name-of.ts';
import { useActWords } from './use-act-words.ts';

const page = 100;

/** The journal of the case, newest first, and the check of its chain. */
export function JournalView() {
  const { t } = useTranslation('journal');
  const { id } = useOpenCase();
  const [total, setTotal] = useState(0);
  const [wanted, setWanted] = useState(page);
  const [entries, setEntries] = useState<JournalEntry[]>([]);
  const [faults, setFaults] = useState<JournalFault[] | null>(null);

  useEffect(() => watchJournal(id, setTotal), [id]);
  useEffect(() => {
    let left = false;
    void journalPage(id, 0, Math.min(wanted, total)).then((found) => {
      if (!left) setEntries(found);
    });
    return () => {
      left = true;
    };
  }, [id, total, wanted]);

  return (
    <section className={styles.view}>
      <header className={styles.head}>
        <h1>{t('journal')}</h1>
        <Button onPress={() => void checkJournal(id).then(setFaults)}>{t('check')}</Button>
      </header>
      <p className={styles.hint}>{t('journalHint')}</p>
      <div role="status">
        {faults && faults.length === 0 && <p className={styles.intact}>{t('intact')}</p>}
        {faults && faults.length > 0 && <Faults faults={faults} />}
      </div>
      {entries.length === 0 ? <EmptyState text={t('empty')} /> : <Entries entries={entries} />}
      {total > wanted && (
        <Button variant="quiet" onPress={() => setWanted(wanted + page)}>
          {t('older')}
        </Button>
      )}
    </section>
  );
}

function Faults({ faults }: { readonly faults: JournalFault[] }) {
  const { t } = useTranslation('journal');
  return (
    <div className={styles.faults}>
      <p>{t('faults', { count: faults.length })}</p>
      <ul>
        {faults.slice(0, 50).map((f) => (
          <li key={`${f.device} ${f.seq} ${f.fault}`}>
            {t('fault', { seq: f.seq, device: f.device.slice(-8), fault: t(f.fault) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Entries({ entries }: { readonly entries: JournalEntry[] }) {
  const { t, i18n } = useTranslation('journal');
  const state = useCaseState();
  const actWords = useActWords();
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' });
  const about = (entry: JournalEntry): string => {
    const names = entry.changes.flatMap(({ table, id }) => {
      const known = tableNames.find((name) => name === table);
      return known ? [nameOf(state, known, id) ?? ''] : [];
    });
    const distinct = [...new Set(names.filter(Boolean))];
    return distinct.length > 3 ? t('records', { count: entry.about.length }) : distinct.join(', ');
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('hash')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.device} ${entry.seq}`}>
            <td className={styles.number}>
              {entry.seq}
              {state.devices.get(entry.device)?.mark}
            </td>
            <td className={styles.when}>
              <time dateTime={entry.at.slice(0, 24)}>{when.format(stampTime(entry.at))}</time>
            </td>
            <td>{state.people.get(entry.by)?.name || t('nobody')}</td>
            <td>
              <span className={styles.act}>{actWords(entry.act)}</span> <span dir="auto">{about(entry)}</span>
            </td>
            <td className={styles.hash} title={entry.hash}>
              {entry.hash.slice(0, 8)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalEntry, JournalFault } from '#domain/journal.ts';
import { stampTime } from '#domain/stamp.ts';
import { tableNames } from '#domain/tables.ts';
import { checkJournal, watchJournal } from '#store/journal.ts';
import { useCaseState, useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './JournalView.module.css';
import { nameOf } from './name-of.ts';
import { useActWords } from './use-act-words.ts';
import { useJournalFound } from './use-journal-found.ts';

const page = 100;

interface Checked {
  readonly faults: JournalFault[];
  readonly entries: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The journal of the case, newest first, and the check of its chain. */
export function JournalView() {
  const { t, i18n } = useTranslation('journal');
  const clock = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' });
  const { id } = useOpenCase();
  const [total, setTotal] = useState(0);
  const [wanted, setWanted] = useState(page);
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<Checked | null>(null);
  const told = useTelling();
  const wantedWords = useDeferredValue(text.trim().toLocaleLowerCase());
  const isFiltered = wantedWords !== '';

  useEffect(() => watchJournal(id, setTotal), [id]);
  const found = useJournalFound({
    caseId: id,
    total,
    wanted,
    words: wantedWords,
    wordsOf: (entry) => words(told(entry)),
  });
  const [check, checking] = useAction(async () => {
    const faults = await checkJournal(id);
    setChecked({ faults, entries: total, at: Date.now() });
  });

  return (
    <section className={styles.view}>
      <header className={styles.head}>
        <h1>{t('journal')}</h1>
        <span className={styles.count}>
          {isFiltered ? t('entriesOf', { shown: found.count, count: total }) : t('entries', { count: total })}
        </span>
        <SearchField label={t('filter')} placeholder={t('filter')} value={text} onChange={setText} />
        <Button isDisabled={checking.busy} onPress={() => void check()}>
          {t('check')}
        </Button>
      </header>
      <p className={styles.hint}>{t('journalHint')}</p>
      <div role="status">
        {checked && checked.faults.length === 0 && (
          <p className={styles.intact}>{t('intact', { count: checked.entries, when: clock.format(checked.at) })}</p>
        )}
        {checked && checked.faults.length > 0 && <Faults faults={checked.faults} />}
      </div>
      {found.count === 0 ? (
        <EmptyState text={t(!found.whole ? 'looking' : isFiltered ? 'noneFoundHere' : 'empty')} />
      ) : (
        <Entries entries={found.entries} told={told} />
      )}
      {found.count > wanted && (
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
      <p>{t('faultsHint')}</p>
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

/** What an entry says, in words. */
interface Told {
  readonly number: string;
  readonly who: string;
  readonly act: string;
  readonly about: string;
}

function words({ number, who, act, about }: Told): string {
  return `${number} ${who} ${act} ${about}`;
}

function useTelling(): (entry: JournalEntry) => Told {
  const { t } = useTranslation('journal');
  const state = useCaseState();
  const actWords = useActWords();
  return (entry) => {
    const names = entry.changes.flatMap(({ table, id }) => {
      const known = tableNames.find((name) => name === table);
      return known ? [nameOf(state, known, id) ?? ''] : [];
    });
    const distinct = [...new Set(names.filter(Boolean))];
    return {
      number: `${entry.seq}${state.devices.get(entry.device)?.mark ?? ''}`,
      who: state.people.get(entry.by)?.name || t('nobody'),
      act: actWords(entry.act),
      about: distinct.length > 3 ? t('records', { count: entry.about.length }) : distinct.join(', '),
    };
  };
}

interface EntriesProps {
  readonly entries: readonly JournalEntry[];
  readonly told: (entry: JournalEntry) => Told;
}

function Entries({ entries, told }: EntriesProps) {
  const { t, i18n } = useTranslation('journal');
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' });
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
        {entries.map((entry) => {
          const { number, who, act, about } = told(entry);
          return (
            <tr key={`${entry.device} ${entry.seq}`}>
              <td className={styles.number}>{number}</td>
              <td className={styles.when}>
                <time dateTime={entry.at.slice(0, 24)}>{when.format(stampTime(entry.at))}</time>
              </td>
              <td dir="auto">{who}</td>
              <td className={styles.what}>
                <span className={styles.act}>{act}</span> <span dir="auto">{about}</span>
              </td>
              <td className={styles.hash} title={entry.hash}>
                {entry.hash.slice(0, 8)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

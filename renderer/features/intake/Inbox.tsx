import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { BulkBar } from '#features/evidence/BulkBar.tsx';
import { ExhibitList } from '#features/evidence/ExhibitList.tsx';
import { useAliveSoon } from '#store/use-case.ts';
import { Segmented } from '#ui/Segmented.tsx';
import styles from './IntakeView.module.css';

/** What was taken in and waits to be looked through, and what was set aside; each row has the keys of the evidence list. */
export function Inbox() {
  const { t } = useTranslation('intake');
  const [shows, setShows] = useState<'waiting' | 'aside'>('waiting');
  const [selection, setSelection] = useState<ReadonlySet<Id>>(new Set());
  const exhibits = useAliveSoon('exhibits');
  const [waiting, aside] = useMemo(
    () => [exhibits.filter((e) => e.inbox === 'waiting'), exhibits.filter((e) => e.inbox === 'aside')],
    [exhibits],
  );
  if (waiting.length === 0 && aside.length === 0) return null;
  const shown = shows === 'waiting' ? waiting : aside;
  const chosen = new Set(shown.flatMap(({ id }) => (selection.has(id) ? [id] : [])));
  return (
    <section className={styles.inbox} aria-labelledby="inbox-title">
      <header className={styles.head}>
        <h2 id="inbox-title">{t('inbox')}</h2>
        <Segmented
          label={t('inboxShows')}
          items={[
            { id: 'waiting', label: t('waiting', { count: waiting.length }) },
            { id: 'aside', label: t('aside', { count: aside.length }) },
          ]}
          value={shows}
          onChange={setShows}
        />
        <span className={styles.quiet}>{t('inboxKeys')}</span>
      </header>
      <div className={styles.waiting}>
        {shown.length === 0 ? (
          <p className={styles.hint}>{t(shows === 'waiting' ? 'noneWaiting' : 'noneAside')}</p>
        ) : (
          <ExhibitList items={shown} form="table" columns={1} selection={chosen} onSelectionChange={setSelection} />
        )}
      </div>
      {chosen.size > 1 && <BulkBar chosen={chosen} onClear={() => setSelection(new Set())} />}
    </section>
  );
}

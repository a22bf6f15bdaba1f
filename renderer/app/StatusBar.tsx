import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { formatBytes } from '#features/cases/format-bytes.ts';
import { StatusPlace } from '#features/cases/StatusLine.tsx';
import { deviceFingerprint } from '#store/identity.ts';
import { checkJournal, watchJournal } from '#store/journal.ts';
import { onWriting, writingProgress } from '#store/progress.ts';
import { useAliveSoon, useOpenCase } from '#store/use-case.ts';
import { Progress } from '#ui/Progress.tsx';
import styles from './StatusBar.module.css';

/** The state of the work at the left (given by the view), the state of the case at the right. */
export function StatusBar() {
  const { t, i18n } = useTranslation('frame');
  const exhibits = useAliveSoon('exhibits');
  const total = useMemo(() => bytesHeld(exhibits), [exhibits]);
  const key = useDeviceKey();
  return (
    <section className={styles.bar} aria-label={t('statusBar')}>
      <StatusPlace className={styles.side ?? ''} />
      <div className={styles.side}>
        <WritingState />
        <span>
          {t('exhibitCount', { count: exhibits.length })}
          {total > 0 && ` · ${formatBytes(total, i18n.language)}`}
        </span>
        <JournalState />
        {key && <span title={t('keyHint')}>{t('key', { key: `${key.slice(0, 4)} ${key.slice(4, 8)}` })}</span>}
      </div>
    </section>
  );
}

/** Bytes of the files that exhibits hold, each file counted once. */
function bytesHeld(exhibits: readonly Exhibit[]): number {
  const seen = new Set<string>();
  let total = 0;
  for (const { assets } of exhibits) {
    for (const sha256 of Object.keys(assets)) {
      if (seen.has(sha256)) continue;
      seen.add(sha256);
      total += assets[sha256]?.bytes ?? 0;
    }
  }
  return total;
}

/** How far a change of thousands of records has come. */
function WritingState() {
  const { t, i18n } = useTranslation('frame');
  const progress = useSyncExternalStore(onWriting, writingProgress);
  if (!progress) return null;
  const { done, total } = progress;
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(total === 0 ? 0 : done / total);
  return (
    <div className={styles.writing}>
      <Progress label={t('writing')} text={share} done={done} total={total} />
    </div>
  );
}

/** The chain is checked once when the case opens; entries made later are linked as they are written. */
function JournalState() {
  const { t } = useTranslation('frame');
  const { id } = useOpenCase();
  const [entries, setEntries] = useState<number | null>(null);
  const [state, setState] = useState<'checking' | 'intact' | 'broken'>('checking');
  useEffect(() => watchJournal(id, setEntries), [id]);
  useEffect(() => {
    let left = false;
    void checkJournal(id).then((faults) => {
      if (!left) setState(faults.length === 0 ? 'intact' : 'broken');
    });
    return () => {
      left = true;
    };
  }, [id]);
  if (entries === null) return null;
  if (state === 'broken') return <span className={styles.broken}>{t('journalBroken')}</span>;
  return <span>{t(state === 'intact' ? 'journalIntact' : 'journalChecking', { count: entries })}</span>;
}

function useDeviceKey(): string | null {
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    void deviceFingerprint().then((fingerprint) => {
      if (!left) setKey(fingerprint);
    });
    return () => {
      left = true;
    };
  }, []);
  return key;
}

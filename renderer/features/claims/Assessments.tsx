import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Assessment,
  type ClaimStatus,
  currentAssessments,
  type Judgement,
  statusSchema,
} from '#domain/assessment.ts';
import type { Claim } from '#domain/claim.ts';
import { stampTime } from '#domain/stamp.ts';
import { useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './ClaimView.module.css';
import { assessmentsByRecord } from './use-standing.ts';
import { assessClaim } from './write-claims.ts';

const confidences = ['low', 'moderate', 'high'] as const;

/** A claim's status and the confidence in it, as each assessor judges; every judgement before stays to be read. */
export function Assessments({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation('claims');
  const all = (assessmentsByRecord(useTable('assessments')).get(claim.id) ?? []).filter(({ judgement }) =>
    ['status', 'confidence'].includes(judgement.scale),
  );
  const current = [...currentAssessments(all, 'status'), ...currentAssessments(all, 'confidence')];
  const older = all.filter((one) => !current.includes(one)).sort((a, b) => (a.made.at < b.made.at ? 1 : -1));
  return (
    <section className={styles.part} aria-label={t('assessment')}>
      <h2>{t('assessment')}</h2>
      {current.length === 0 && <p className={styles.empty}>{t('notAssessed')}</p>}
      <ul className={styles.judged}>
        {current.map((one) => (
          <Judged key={one.id} assessment={one} />
        ))}
      </ul>
      <Judge claim={claim} />
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>{t('history')}</summary>
          <ul>
            {older.map((one) => (
              <Judged key={one.id} assessment={one} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Judged({ assessment }: { readonly assessment: Assessment }) {
  const { t, i18n } = useTranslation('claims');
  const person = useTable('people').get(assessment.made.by);
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const { judgement } = assessment;
  const value =
    judgement.scale === 'status'
      ? t('judgedStatus', { value: t(`status-${judgement.value}`) })
      : judgement.scale === 'confidence'
        ? t('judgedConfidence', { value: t(`confidence-${judgement.value}`) })
        : '';
  return (
    <li>
      <strong>{value}</strong>{' '}
      <span className={styles.small}>
        {person?.name || t('nobody')} · {when.format(stampTime(assessment.made.at))}
      </span>
      {assessment.because !== '' && <p dir="auto">{assessment.because}</p>}
    </li>
  );
}

function Judge({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation('claims');
  const [status, setStatus] = useState<ClaimStatus | null>(null);
  const [confidence, setConfidence] = useState<(typeof confidences)[number] | null>(null);
  const [because, setBecause] = useState('');
  const [keep, { busy, error }] = useAction(async () => {
    const judgements: Judgement[] = [];
    if (status) judgements.push({ scale: 'status', value: status });
    if (confidence) judgements.push({ scale: 'confidence', value: confidence });
    await assessClaim(claim.case, claim.id, judgements, because.trim());
    setStatus(null);
    setConfidence(null);
    setBecause('');
  });
  return (
    <form
      className={styles.judge}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Select
        label={t('status')}
        placeholder={t('choose')}
        items={statusSchema.options.map((id) => ({ id, label: t(`status-${id}`) }))}
        value={status}
        onChange={setStatus}
      />
      <Select
        label={t('confidence')}
        placeholder={t('choose')}
        items={confidences.map((id) => ({ id, label: t(`confidence-${id}`) }))}
        value={confidence}
        onChange={setConfidence}
      />
      <div className={styles.grow}>
        <TextField label={t('because')} placeholder={t('becauseHint')} value={because} onChange={setBecause} />
      </div>
      <Button type="submit" isDisabled={busy || (status === null && confidence === null)}>
        {t('assess')}
      </Button>
      {error && <p role="alert">{`${t('failed')} ${t('failedKept')}`}</p>}
    </form>
  );
}

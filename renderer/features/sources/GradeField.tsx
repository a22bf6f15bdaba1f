import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Assessment, currentAssessments, type Judgement } from '#domain/assessment.ts';
import { stampTime } from '#domain/stamp.ts';
import { change } from '#store/change.ts';
import { useOpenCase, useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Popover } from '#ui/Popover.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useAction } from '#ui/use-action.ts';
import { assessmentsAbout } from './assessments-about.ts';
import styles from './GradeField.module.css';

/** One grade of a scale. */
export interface Grade {
  readonly judgement: Judgement;
  /** The letter or figure. */
  readonly mark: string;
  readonly meaning: string;
  /** Why it cannot be given now. */
  readonly refused?: string | undefined;
}

export interface GradeFieldProps {
  readonly about: Assessment['about'];
  /** What is graded, in words. */
  readonly label: string;
  /** The grades from best to worst; the last one holds while nobody has judged. */
  readonly grades: readonly Grade[];
  /** The act written in the journal. */
  readonly act: string;
}

/** The grade that counts now, who gave it and why, every judgement before, and the means to judge anew. */
export function GradeField({ about, label, grades, act }: GradeFieldProps) {
  const { t } = useTranslation('sources');
  const all = assessmentsAbout(useTable('assessments')).get(about.id) ?? [];
  const scale = grades[0]?.judgement.scale;
  const judged = all.filter((a) => a.gone === undefined && a.judgement.scale === scale);
  const current = scale === undefined ? [] : currentAssessments(judged, scale);
  const shown = gradeIn(grades, current[0]) ?? grades.at(-1);
  return (
    <div className={styles.grade}>
      <div className={styles.now}>
        {shown && (
          <span>
            <strong className={styles.mark}>{shown.mark}</strong> {shown.meaning}
            {current.length === 0 && <span className={styles.quiet}> · {t('byDefault')}</span>}
          </span>
        )}
        <Popover label={label} trigger={<Button variant="quiet">{t('grade')}</Button>}>
          {(close) => <GradeForm about={about} label={label} grades={grades} act={act} onDone={close} />}
        </Popover>
      </div>
      {judged.length > 0 && (
        <ul className={styles.history}>
          {[...judged].reverse().map((assessment) => (
            <Judged key={assessment.id} assessment={assessment} grades={grades} counts={current.includes(assessment)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function gradeIn(grades: readonly Grade[], assessment: Assessment | undefined): Grade | undefined {
  const judgement = assessment?.judgement;
  return grades.find(
    (grade) => grade.judgement.scale === judgement?.scale && grade.judgement.value === judgement.value,
  );
}

interface JudgedProps {
  readonly assessment: Assessment;
  readonly grades: readonly Grade[];
  readonly counts: boolean;
}

function Judged({ assessment, grades, counts }: JudgedProps) {
  const { t, i18n } = useTranslation('sources');
  const person = useTable('people').get(assessment.made.by);
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(stampTime(assessment.made.at));
  return (
    <li className={counts ? styles.counts : styles.quiet}>
      <span className={styles.mark}>{gradeIn(grades, assessment)?.mark}</span>{' '}
      {t('judgedBy', { person: person?.name || t('nobody'), when })}
      {!counts && ` · ${t('replaced')}`}
      {assessment.because !== '' && (
        <span className={styles.because} dir="auto">
          {assessment.because}
        </span>
      )}
    </li>
  );
}

function GradeForm({ about, label, grades, act, onDone }: GradeFieldProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('sources');
  const { id: caseId } = useOpenCase();
  const [mark, setMark] = useState<string | null>(null);
  const [because, setBecause] = useState('');
  const chosen = grades.find((grade) => grade.mark === mark && grade.refused === undefined);
  const [save, { busy, error }] = useAction(async () => {
    if (!chosen) return;
    await change(caseId, act, (c) =>
      c.make('assessments', { about, judgement: chosen.judgement, because: because.trim() }),
    );
    onDone();
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <RadioGroup
        label={label}
        items={grades.map((grade) => ({
          id: grade.mark,
          label: `${grade.mark} · ${grade.meaning}`,
          description: grade.refused,
          isDisabled: grade.refused !== undefined,
        }))}
        value={mark}
        onChange={setMark}
      />
      <TextField label={t('because')} rows={2} value={because} onChange={setBecause} />
      {error && <p role="alert">{t('notKept')}</p>}
      <Button type="submit" variant="primary" isDisabled={!chosen || busy}>
        {t('keepGrade')}
      </Button>
    </form>
  );
}

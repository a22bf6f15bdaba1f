import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '#domain/assessment.ts';
import { type Exhibit, momentOf } from '#domain/evidence/exhibit.ts';
import { formatMoment, type MomentLocale } from '#domain/format-moment.ts';
import type { Id } from '#domain/id.ts';
import type { Source } from '#domain/source.ts';
import { useLanguage } from '#features/cases/language.ts';
import { credibilityOf, reliabilityOf } from '#features/sources/assessments-about.ts';
import { useTable } from '#store/use-case.ts';
import styles from './Marks.module.css';
import { isHeld } from './select-exhibits.ts';

/** What the rows of a list of exhibits need to be drawn, asked for once by the list: a row that asks by itself costs three times as much. */
export interface RowGround {
  readonly t: TFunction<'evidence'>;
  readonly language: MomentLocale;
  readonly sources: ReadonlyMap<Id, Source>;
  readonly assessments: ReadonlyMap<Id, Assessment>;
}

/** Gives the ground of rows; the same object until something in it changes. */
export function useRowGround(): RowGround {
  const { t } = useTranslation('evidence');
  const [language] = useLanguage();
  const sources = useTable('sources');
  const assessments = useTable('assessments');
  return useMemo(() => ({ t, language, sources, assessments }), [t, language, sources, assessments]);
}

interface MarkProps {
  readonly exhibit: Exhibit;
  readonly ground: RowGround;
}

/** The grade of an exhibit outside a list. */
export function GradeMark({ exhibit }: { readonly exhibit: Exhibit }) {
  return <ExhibitGrade exhibit={exhibit} ground={useRowGround()} />;
}

/** The grade as it is said aloud: the source's reliability and the exhibit's credibility, as in `F6`. */
export function ExhibitGrade({ exhibit, ground: { t, assessments } }: MarkProps) {
  const [reliability, credibility] = [
    reliabilityOf(exhibit.source, assessments),
    credibilityOf(exhibit.id, assessments),
  ];
  return (
    <span className={styles.grade} title={t('gradeHint', { reliability, credibility })}>
      {reliability}
      {credibility}
    </span>
  );
}

const written = new WeakMap<Exhibit, { language: MomentLocale; text: string; words: string | undefined }>();

// Subtle: reading an EDTF date takes longer than all the rest of a row; a record that did not change says the same.
function dateOf(exhibit: Exhibit, language: MomentLocale) {
  const known = written.get(exhibit);
  if (known?.language === language) return known;
  const moment = momentOf(exhibit);
  const date = { language, text: moment ? formatMoment(moment, language) : '', words: moment?.words };
  written.set(exhibit, date);
  return date;
}

/** The moment an exhibit is sorted by, in the language of the tool; nothing when none is known. */
export function ExhibitDate({ exhibit, ground: { language } }: MarkProps) {
  const { text, words } = dateOf(exhibit, language);
  return text === '' ? null : <span title={words}>{text}</span>;
}

/** What must be seen at a glance: graphic, restricted, a file held. Words, not signs. */
export function ExhibitFlags({ exhibit, ground: { t } }: MarkProps) {
  return (
    <>
      {exhibit.graphic && <span className={styles.graphic}>{t('graphic')}</span>}
      {exhibit.restricted && <span className={styles.restricted}>{t('restricted')}</span>}
      {isHeld(exhibit) && <span className={styles.held}>{t('fileHeld')}</span>}
    </>
  );
}

/** The name of an exhibit's source; nothing when it has none, or one in the trash. */
export function SourceName({ exhibit, ground: { sources } }: MarkProps) {
  const source = exhibit.source === undefined ? undefined : sources.get(exhibit.source);
  return source && source.gone === undefined ? <span dir="auto">{source.name}</span> : null;
}

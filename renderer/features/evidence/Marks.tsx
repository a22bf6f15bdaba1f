import { useTranslation } from 'react-i18next';
import { type Exhibit, momentOf } from '#domain/evidence/exhibit.ts';
import { formatMoment, type MomentLocale } from '#domain/format-moment.ts';
import type { Id } from '#domain/id.ts';
import { useLanguage } from '#features/cases/language.ts';
import { credibilityOf, reliabilityOf } from '#features/sources/assessments-about.ts';
import { useTable } from '#store/use-case.ts';
import styles from './Marks.module.css';
import { isHeld } from './select-exhibits.ts';

/** The grade as it is said aloud: the source's reliability and the exhibit's credibility, as in `F6`. */
export function GradeMark({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation('evidence');
  const assessments = useTable('assessments');
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
export function ExhibitDate({ exhibit }: { readonly exhibit: Exhibit }) {
  const [language] = useLanguage();
  const { text, words } = dateOf(exhibit, language);
  return text === '' ? null : <span title={words}>{text}</span>;
}

/** What must be seen at a glance: graphic, restricted, a file held. Words, not signs. */
export function ExhibitFlags({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation('evidence');
  return (
    <>
      {exhibit.graphic && <span className={styles.graphic}>{t('graphic')}</span>}
      {exhibit.restricted && <span className={styles.restricted}>{t('restricted')}</span>}
      {isHeld(exhibit) && <span className={styles.held}>{t('fileHeld')}</span>}
    </>
  );
}

/** The name of a source, in the trash or not; nothing when there is none. */
export function SourceName({ id }: { readonly id: Id | undefined }) {
  const source = useTable('sources').get(id ?? '');
  return source && source.gone === undefined ? <span dir="auto">{source.name}</span> : null;
}

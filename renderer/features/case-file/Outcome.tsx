import { useTranslation } from 'react-i18next';
import type { OnlyThere } from '#domain/case-file/compare.ts';
import { stampTime } from '#domain/stamp.ts';
import type { Brought } from './bring-case-file.ts';
import styles from './CaseFile.module.css';
import { FindingList } from './FindingList.tsx';

/** What came of opening a file that is whole: where the case is now or, when it was here before, what stands where. */
export function Outcome({ brought }: { readonly brought: Brought }) {
  const { t } = useTranslation('case-file');
  const { outcome, title, stand, filled, remarks } = brought;
  const broken = remarks.filter(({ fault }) => fault === 'journal');
  const dangling = remarks.filter(({ fault }) => fault !== 'journal');
  return (
    <>
      <p role="status">{outcome === 'there' ? t(`there-${stand?.is ?? 'same'}`, { title }) : t(outcome, { title })}</p>
      {outcome === 'there' && <Sides brought={brought} />}
      {outcome === 'there' && filled > 0 && <p>{t('filled', { count: filled })}</p>}
      {broken.length > 0 && (
        <>
          <p role="alert" className={styles.warning}>
            {t('fileJournalBroken', { count: broken.length })}
          </p>
          <FindingList findings={broken} />
        </>
      )}
      {dangling.length > 0 && outcome !== 'there' && (
        <>
          <p className={styles.quiet}>{t('remarks', { count: dangling.length })}</p>
          <FindingList findings={dangling} />
        </>
      )}
    </>
  );
}

/** What is only here and what is only in the file, when the case was here before. */
function Sides({ brought: { stand, names } }: { readonly brought: Brought }) {
  const { t } = useTranslation('case-file');
  if (!stand) return null;
  const { is, here, file, drafts, altered, parted, trashed } = stand;
  return (
    <>
      {(here ?? file) && (
        <table className={styles.sides}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('sideEntries')}</th>
              <th scope="col">{t('sideLast')}</th>
              <th scope="col">{t('sideBy')}</th>
            </tr>
          </thead>
          <tbody>
            <Side label={t('onlyHere')} only={here} names={names} />
            <Side label={t('onlyInFile')} only={file} names={names} />
          </tbody>
        </table>
      )}
      {drafts > 0 && <p>{t('drafts', { count: drafts })}</p>}
      {altered > 0 && <p className={styles.warning}>{t('altered', { count: altered })}</p>}
      {parted.length > 0 && <p className={styles.warning}>{t('parted')}</p>}
      {trashed && <p>{t('trashed')}</p>}
      {is === 'newer' && <p>{t('newerMeans')}</p>}
      {is === 'apart' && <p>{t('apartMeans')}</p>}
    </>
  );
}

interface SideProps {
  readonly label: string;
  readonly only: OnlyThere | null;
  readonly names: Brought['names'];
}

function Side({ label, only, names }: SideProps) {
  const { t, i18n } = useTranslation('case-file');
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{new Intl.NumberFormat(i18n.language).format(only?.entries ?? 0)}</td>
      <td>{only ? when.format(stampTime(only.last.at)) : '–'}</td>
      <td dir="auto">{only ? names[only.last.by] || t('noName') : '–'}</td>
    </tr>
  );
}

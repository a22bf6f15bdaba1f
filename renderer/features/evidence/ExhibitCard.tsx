import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import { TagChips } from '#features/tags/TagChips.tsx';
import { useTable } from '#store/use-case.ts';
import { Thumbnail } from './assets/Thumbnail.tsx';
import styles from './ExhibitCard.module.css';
import { exhibitWords } from './exhibit-words.ts';
import { derivationsOf, repeatsOf } from './lineage.ts';
import { ExhibitDate, ExhibitFlags, GradeMark } from './Marks.tsx';

/** Pixels: every card has the same height, so that ten thousand of them scroll. */
export const cardHeight = 102;

/** An exhibit as a card: its picture, title, first words, date, tags, grade, and what it repeats. */
export const ExhibitCard = memo(function ExhibitCard({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation('evidence');
  const title = titleOf(exhibit);
  const words = exhibitWords(exhibit);
  return (
    <div className={styles.card}>
      <Thumbnail exhibit={exhibit} size="row" />
      <div className={styles.text}>
        <p className={styles.head}>
          <span className={styles.label}>{exhibit.label}</span>
          <span className={styles.title} dir="auto">
            {title || t('untitled')}
          </span>
        </p>
        <p className={styles.words} dir="auto" lang={words?.language}>
          {words && words.text !== title ? words.text : ''}
        </p>
        <p className={styles.foot}>
          <ExhibitDate exhibit={exhibit} />
          <Repeats exhibit={exhibit} />
          <GradeMark exhibit={exhibit} />
          <ExhibitFlags exhibit={exhibit} />
          <TagChips ids={exhibit.tags} />
        </p>
      </div>
    </div>
  );
});

function Repeats({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t, i18n } = useTranslation('evidence');
  const exhibits = useTable('exhibits');
  const derivations = useTable('derivations');
  const labels = (ids: readonly string[]) => {
    const known = ids.flatMap((id) => exhibits.get(id)?.label ?? []);
    const shown = known.length > 3 ? [...known.slice(0, 2), t('more', { count: known.length - 2 })] : known;
    return new Intl.ListFormat(i18n.language, { type: 'unit' }).format(shown);
  };
  const of = (derivationsOf(derivations).get(exhibit.id) ?? []).flatMap((d) =>
    d.of.type === 'exhibit' ? d.of.id : [],
  );
  const by = (repeatsOf(derivations).get(exhibit.id) ?? []).map((d) => d.what);
  return (
    <>
      {of.length > 0 && <span>{t('repeatsShort', { labels: labels(of) })}</span>}
      {by.length > 0 && <span>{t('repeatedByShort', { labels: labels(by) })}</span>}
    </>
  );
}

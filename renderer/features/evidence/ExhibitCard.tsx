import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { TagChips } from '#features/tags/TagChips.tsx';
import { useTable } from '#store/use-case.ts';
import { Thumbnail } from './assets/Thumbnail.tsx';
import styles from './ExhibitCard.module.css';
import { exhibitWords } from './exhibit-words.ts';
import { derivationsOf, repeatsOf } from './lineage.ts';
import { ExhibitDate, ExhibitFlags, ExhibitGrade, type RowGround } from './Marks.tsx';

/** Pixels: every card has the same height, so that ten thousand of them scroll. */
export const cardHeight = 102;

interface ExhibitCardProps {
  readonly exhibit: Exhibit;
  readonly ground: RowGround;
}

/** An exhibit as a card: its picture, title, first words, date, tags, grade, and what it repeats. */
export const ExhibitCard = memo(function ExhibitCard({ exhibit, ground }: ExhibitCardProps) {
  const { t } = ground;
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
          <ExhibitDate exhibit={exhibit} ground={ground} />
          <Repeats exhibit={exhibit} />
          <ExhibitGrade exhibit={exhibit} ground={ground} />
          <ExhibitFlags exhibit={exhibit} ground={ground} />
          <TagChips ids={exhibit.tags} />
        </p>
      </div>
    </div>
  );
});

function Repeats({ exhibit }: { readonly exhibit: Exhibit }) {
  const derivations = useTable('derivations');
  const of = derivationsOf(derivations).get(exhibit.id) ?? [];
  const by = repeatsOf(derivations).get(exhibit.id) ?? [];
  if (of.length === 0 && by.length === 0) return null;
  return <RepeatWords of={of.flatMap((d) => (d.of.type === 'exhibit' ? d.of.id : []))} by={by.map((d) => d.what)} />;
}

function RepeatWords({ of, by }: { readonly of: readonly Id[]; readonly by: readonly Id[] }) {
  const { t, i18n } = useTranslation('evidence');
  const exhibits = useTable('exhibits');
  const labels = (ids: readonly Id[]) => {
    const known = ids.flatMap((id) => exhibits.get(id)?.label ?? []);
    const shown = known.length > 3 ? [...known.slice(0, 2), t('more', { count: known.length - 2 })] : known;
    return new Intl.ListFormat(i18n.language, { type: 'unit' }).format(shown);
  };
  return (
    <>
      {of.length > 0 && <span>{t('repeatsShort', { labels: labels(of) })}</span>}
      {by.length > 0 && <span>{t('repeatedByShort', { labels: labels(by) })}</span>}
    </>
  );
}

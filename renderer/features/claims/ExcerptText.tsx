import { useTranslation } from 'react-i18next';
import { assertNever } from '#domain/assert-never.ts';
import { writeDuration } from '#domain/duration.ts';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { type Excerpt, findQuote } from '#domain/excerpt.ts';
import styles from './Excerpt.module.css';
import { textsToQuote } from './quotable.ts';

/** The part of an exhibit that a link rests on, in words: the quote, the shot, the time, the place in the picture. */
export function ExcerptText({ exhibit, excerpt }: { readonly exhibit: Exhibit; readonly excerpt: Excerpt }) {
  const { t } = useTranslation('claims');
  switch (excerpt.type) {
    case 'text': {
      const text = textsToQuote(exhibit).find(({ on }) => on === excerpt.on);
      if (!text || findQuote(text.text, excerpt) === null)
        return <p className={styles.gone}>{t('excerptGone', { words: excerpt.exact })}</p>;
      return (
        <blockquote className={styles.quote} dir="auto" lang={text.language}>
          {excerpt.exact}
        </blockquote>
      );
    }
    case 'shot': {
      const shot = exhibit.kind === 'video' ? exhibit.body.shots[excerpt.shot] : undefined;
      if (!shot) return <p className={styles.gone}>{t('shotGone')}</p>;
      return (
        <blockquote className={styles.quote} dir="auto">
          {shot.from !== undefined && <span className={styles.time}>{writeDuration(shot.from)}</span>} {shot.seen}
        </blockquote>
      );
    }
    case 'time':
      return (
        <p className={styles.time}>
          {writeDuration(excerpt.from)}
          {excerpt.to !== undefined && `–${writeDuration(excerpt.to)}`}
        </p>
      );
    case 'region': {
      const { x, y, width, height } = excerpt.rectangle;
      const percent = (part: number) => Math.round(part * 100);
      return (
        <p className={styles.where}>
          {t('region', { x: percent(x), right: percent(x + width), y: percent(y), bottom: percent(y + height) })}
        </p>
      );
    }
    default:
      return assertNever(excerpt);
  }
}

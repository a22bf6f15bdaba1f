import { useTranslation } from 'react-i18next';
import { writeDuration } from '#domain/duration.ts';
import { type ShotBar, type Shots, shotBars } from '#domain/evidence/shots.ts';
import { classes } from '#ui/classes.ts';
import styles from './ShotStrip.module.css';

export interface ShotStripProps {
  readonly shots: Shots;
  /** The film's length in seconds, where it is known. */
  readonly length: number | undefined;
  /** The places in the list, from 1, by id. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly marked: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
}

/** The shots on the film's length, each as wide as it is long; a bar without a stated end fades out. */
export function ShotStrip({ shots, length, numbers, marked, onChoose }: ShotStripProps) {
  const { t } = useTranslation('kinds');
  const bars = shotBars(shots, length);
  if (bars.length === 0) return null;
  return (
    <fieldset aria-label={t('shotStrip')} className={styles.strip}>
      {bars.map((bar) => (
        <button
          key={bar.id}
          type="button"
          tabIndex={-1}
          aria-label={t('goToShot', { number: numbers.get(bar.id) })}
          title={`${numbers.get(bar.id)} · ${timesOf(shots, bar)} · ${shots[bar.id]?.seen ?? ''}`}
          className={classes(styles.bar, bar.isOpen && styles.open, marked.has(bar.id) && styles.marked)}
          style={{ left: `${bar.from * 100}%`, width: `${(bar.to - bar.from) * 100}%` }}
          onClick={() => onChoose(bar.id)}
        />
      ))}
    </fieldset>
  );
}

function timesOf(shots: Shots, { id }: ShotBar): string {
  const { from, to } = shots[id] ?? {};
  return [from, to].flatMap((time) => (time === undefined ? [] : [writeDuration(time)])).join('–');
}

import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { certaintySchema, type Shot } from '#domain/evidence/kinds/video.ts';
import { DurationField } from '#features/evidence/kinds/fields/DurationField.tsx';
import { TagPicker } from '#features/tags/TagPicker.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { matchesKeys } from '#ui/key-combination.ts';
import { Menu } from '#ui/Menu.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './ShotLine.module.css';

/** The keys that set an end of the line being written to where the film stands: letters, for every layout has them. */
export const BEGINS = 'Alt+I';
export const ENDS = 'Alt+O';

/** What can be done with a line from the keyboard or its menu. */
export type ShotAct = 'next' | 'up' | 'down' | 'remove' | 'close';

export interface ShotLineProps {
  /** The line's place in the list, from 1. */
  readonly number: number;
  readonly shot: Shot;
  readonly onChange: (shot: Shot) => void;
  readonly onAct: (act: ShotAct) => void;
  /** Whether the words of the line are to be typed at once. */
  readonly focus: 'seen' | 'none';
  /** Sets an end of the line to where the film stands. */
  readonly playing?: { readonly time: () => number } | undefined;
}

/** One line of a shot list while it is written. Enter goes to the next line; Alt with ↑ and ↓ moves the line. */
export function ShotLine({ number, shot, onChange, onAct, focus, playing }: ShotLineProps) {
  const { t } = useTranslation('kinds');
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const ends = playing && endsAfter(event, shot, playing.time);
    const act = ends ? undefined : actOf(event, shot);
    if (!act && !ends) return;
    event.preventDefault();
    event.stopPropagation();
    if (ends) onChange(ends);
    else if (act) onAct(act);
  };
  const wrongOrder = shot.from !== undefined && shot.to !== undefined && shot.to < shot.from;
  const menu = [
    { id: 'up', label: t('shotUp'), keys: 'Alt+ArrowUp', run: () => onAct('up') },
    { id: 'down', label: t('shotDown'), keys: 'Alt+ArrowDown', run: () => onAct('down') },
    { id: 'remove', label: t('shotRemove'), run: () => onAct('remove') },
  ];
  if (playing) {
    const { time } = playing;
    menu.unshift(
      { id: 'begin', label: t('shotBeginsHere'), keys: BEGINS, run: () => onChange({ ...shot, from: time() }) },
      { id: 'end', label: t('shotEndsHere'), keys: ENDS, run: () => onChange({ ...shot, to: time() }) },
    );
  }
  return (
    <li className={styles.line} onKeyDown={onKeyDown}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.seen}>
        <TextField
          aria-label={t('shotSeen', { number })}
          placeholder={t('shotSeenHint')}
          rows={1}
          autoFocus={focus === 'seen'}
          value={shot.seen}
          onChange={(seen) => onChange({ ...shot, seen })}
        />
      </div>
      <div className={styles.facts}>
        <div className={styles.time}>
          <DurationField
            aria-label={t('shotFrom', { number })}
            placeholder={t('from')}
            value={shot.from}
            onChange={(from) => onChange({ ...shot, from })}
          />
        </div>
        <div className={styles.time}>
          <DurationField
            aria-label={t('shotTo', { number })}
            placeholder={t('to')}
            value={shot.to}
            onChange={(to) => onChange({ ...shot, to })}
          />
        </div>
        <div className={styles.certainty}>
          <Select
            aria-label={t('shotCertainty', { number })}
            items={certaintySchema.options.map((id) => ({
              id,
              label: t(`certainty-${id}`),
              description: t(`certaintyHint-${id}`),
            }))}
            value={shot.certainty}
            onChange={(certainty) => onChange({ ...shot, certainty })}
          />
        </div>
        <div className={styles.by}>
          <TextField
            aria-label={t('shotDescribedBy', { number })}
            placeholder={t('describedBy')}
            value={shot.describedBy}
            onChange={(describedBy) => onChange({ ...shot, describedBy })}
          />
        </div>
        <div className={styles.tags}>
          <TagPicker
            label={t('partTags')}
            value={shot.tags}
            onChange={(tags) => onChange({ ...shot, tags: [...tags] })}
          />
        </div>
      </div>
      <Menu
        label={t('shotActs', { number })}
        trigger={<IconButton label={t('shotActs', { number })}>⋯</IconButton>}
        groups={[{ id: 'shot', acts: menu }]}
        placement="bottom end"
      />
      {wrongOrder && <p className={styles.wrong}>{t('shotEndsBeforeItBegins')}</p>}
    </li>
  );
}

/** The line with one of its ends set to where the film stands, after the key for it; undefined for another key. */
function endsAfter(event: KeyboardEvent<HTMLElement>, shot: Shot, time: () => number): Shot | undefined {
  if (matchesKeys(BEGINS, event)) return { ...shot, from: time() };
  return matchesKeys(ENDS, event) ? { ...shot, to: time() } : undefined;
}

function actOf(event: KeyboardEvent<HTMLElement>, shot: Shot): ShotAct | undefined {
  if (event.nativeEvent.isComposing || event.defaultPrevented) return undefined;
  if (matchesKeys('Alt+ArrowUp', event)) return 'up';
  if (matchesKeys('Alt+ArrowDown', event)) return 'down';
  if (matchesKeys('Escape', event)) return 'close';
  const { target } = event;
  const isWords = target instanceof HTMLTextAreaElement;
  const isField = isWords || target instanceof HTMLInputElement;
  if (matchesKeys('Enter', event) && isField && target.getAttribute('aria-expanded') !== 'true') return 'next';
  if (matchesKeys('Backspace', event) && isWords && isBlank(shot)) return 'remove';
  return undefined;
}

/** Says whether nothing was said in a line yet. */
export function isBlank({ seen, from, to, tags, frame }: Shot): boolean {
  return seen === '' && from === undefined && to === undefined && tags.length === 0 && frame === undefined;
}

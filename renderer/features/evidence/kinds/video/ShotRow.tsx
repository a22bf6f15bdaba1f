import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { writeDuration } from '#domain/duration.ts';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Shot } from '#domain/evidence/kinds/video.ts';
import { FileThumbnail } from '#features/evidence/assets/Thumbnail.tsx';
import { useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { classes } from '#ui/classes.ts';
import { ShotFrame, type ShotFrameProps } from './ShotFrame.tsx';
import styles from './ShotRow.module.css';

export interface ShotRowProps extends ShotFrameProps {
  /** Meant by the excerpt that the exhibit was opened at: marked; the first one is scrolled to. */
  readonly mark: 'none' | 'marked' | 'first';
  readonly onEdit: () => void;
  /** Goes to a time of the film; absent where no film is open. */
  readonly onSeek?: ((seconds: number) => void) | undefined;
  /** Links this shot to a claim; absent where nobody answers. */
  readonly onLink?: (() => void) | undefined;
}

/** One line of a shot list to read. Its time goes there in the film; double click or Edit opens it for writing. */
export function ShotRow({ exhibit, id, number, shot, mark, flush, onEdit, onSeek, onLink }: ShotRowProps) {
  const { t } = useTranslation('kinds');
  const tags = useTable('tags');
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (mark === 'first') row.current?.scrollIntoView({ block: 'center' });
  }, [mark]);
  return (
    <li
      ref={row}
      className={classes(styles.row, mark !== 'none' && styles.marked)}
      {...(mark !== 'none' && { 'aria-current': 'true' as const })}
    >
      <span className={styles.number}>{number}</span>
      <span className={styles.time}>
        <Time shot={shot} onSeek={onSeek} />
      </span>
      <div className={styles.words}>
        <Frame exhibit={exhibit} shot={shot} />
        <p dir="auto" className={styles.seen}>
          {shot.seen}
        </p>
        <p className={styles.facts}>
          <span>{t(`certainty-${shot.certainty}`)}</span>
          {shot.describedBy !== '' && <span>{t('describedByName', { name: shot.describedBy })}</span>}
          {shot.tags.map((id) => {
            const tag = tags.get(id);
            return tag && tag.gone === undefined ? <Chip key={id}>{tag.path}</Chip> : null;
          })}
        </p>
      </div>
      <span className={styles.acts}>
        <ShotFrame exhibit={exhibit} id={id} shot={shot} number={number} flush={flush} />
        {onLink && (
          <Button variant="quiet" aria-label={t('linkShot', { number })} onPress={onLink}>
            {t('linkShort')}
          </Button>
        )}
        <Button variant="quiet" aria-label={t('editShot', { number })} onPress={onEdit}>
          {t('edit')}
        </Button>
      </span>
    </li>
  );
}

/** The picture beside a shot; nothing when there is none or its file was taken off the exhibit. */
function Frame({ exhibit, shot }: { readonly exhibit: Exhibit<'video'>; readonly shot: Shot }) {
  const { frame } = shot;
  if (frame === undefined || !exhibit.assets[frame]) return null;
  return (
    <div className={styles.frame}>
      <FileThumbnail exhibit={exhibit} sha256={frame} size="row" />
    </div>
  );
}

function Time({ shot, onSeek }: Pick<ShotRowProps, 'shot' | 'onSeek'>) {
  const { t } = useTranslation('kinds');
  const { from, to } = shot;
  if (from === undefined)
    return <span className={styles.unknown}>{to === undefined ? '–' : `–${writeDuration(to)}`}</span>;
  const written = `${writeDuration(from)}${to === undefined ? '' : `–${writeDuration(to)}`}`;
  if (!onSeek) return written;
  return (
    <Button variant="link" aria-label={t('goTo', { time: writeDuration(from) })} onPress={() => onSeek(from)}>
      {written}
    </Button>
  );
}

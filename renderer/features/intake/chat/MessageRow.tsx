import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { ListedMessage } from '#domain/intake/telegram/telegram-listing.ts';
import { classes } from '#ui/classes.ts';
import styles from './MessageList.module.css';
import type { MessageWords } from './message-words.ts';

export interface MessageRowProps {
  /** Absent until it has come from the worker. */
  readonly message: ListedMessage | undefined;
  readonly words: MessageWords;
  /** It is the first of its day in the list, or the first in sight. */
  readonly showsDay: boolean;
  readonly isSelected: boolean;
  readonly here: Exhibit | undefined;
}

/** One message in two lines: when, who, what it answers or repeats, the beginning of its words, what it carries. Shows no pictures. */
export function MessageRow({ message, words, showsDay, isSelected, here }: MessageRowProps) {
  const { t } = useTranslation('chat');
  if (!message) return <div className={styles.coming} />;
  const { wall, sender, text, reply, forwarded, type } = message;
  const marks = words.marks(message);
  return (
    <div className={classes(styles.message, type !== 'message' && styles.silent)}>
      <span className={styles.box} data-box="" data-checked={isSelected || undefined} aria-hidden="true" />
      <span className={styles.when}>
        {showsDay && wall !== undefined && <span className={styles.day}>{words.day(wall)}</span>}
        <span>{wall === undefined ? t('noDate') : words.time(wall)}</span>
      </span>
      <span className={styles.head}>
        <bdi className={styles.sender}>{words.sender(sender)}</bdi>
        {forwarded !== undefined && (
          <span className={styles.quiet}>
            {t('forwardedFrom')} <bdi>{words.sender(forwarded)}</bdi>
          </span>
        )}
        {reply && (
          <span className={styles.quiet}>
            {t('answers')} <bdi>{reply.n === undefined ? t('notInExport') : words.sender(reply.sender ?? '')}</bdi>
          </span>
        )}
      </span>
      <span className={styles.marks}>
        {marks.map((mark) => (
          <span key={mark} className={styles.mark}>
            {mark}
          </span>
        ))}
        {here && (
          <span className={styles.here}>
            {here.gone === undefined ? here.label : t('inTrash', { label: here.label })}
          </span>
        )}
      </span>
      <span dir="auto" className={styles.text}>
        {text.slice(0, 300)}
      </span>
    </div>
  );
}

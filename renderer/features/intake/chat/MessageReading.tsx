import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { ListedMessage } from '#domain/intake/telegram/telegram-listing.ts';
import { Button } from '#ui/Button.tsx';
import type { Chat } from './chat.ts';
import styles from './MessageReading.module.css';
import { useMessageWords } from './message-words.ts';
import type { HereOf } from './use-messages-here.ts';

export interface MessageReadingProps {
  readonly chat: Chat;
  /** The place of the message to read. */
  readonly place: number;
  readonly here: HereOf;
  /** Opens the exhibit that was made of it. */
  readonly onOpen: (exhibit: Exhibit) => void;
  readonly onGoTo: (place: number) => void;
}

/** One message in full: all its words, whom it answers and repeats, what it carries, and how it stands in the file. No pictures. */
export function MessageReading({ chat, place, here, onOpen, onGoTo }: MessageReadingProps) {
  const { t } = useTranslation('chat');
  const words = useMessageWords();
  const [message, setMessage] = useState<ListedMessage | null>(null);
  useEffect(() => {
    let isOver = false;
    void chat.rows([place]).then(([row]) => {
      if (!isOver && row) setMessage(row);
    });
    return () => {
      isOver = true;
    };
  }, [chat, place]);
  if (!message) return null;
  const { id, wall, sender, text, reply, forwarded, n } = message;
  const exhibit = here(message);
  const marks = words.marks(message);
  return (
    <article className={styles.reading} aria-label={t('message', { id })}>
      <p className={styles.who}>
        <bdi className={styles.sender}>{words.sender(sender)}</bdi>
        <span className={styles.quiet}>
          {wall === undefined ? t('noDate') : `${words.day(wall)}, ${words.time(wall)}`} · {t('message', { id })}
        </span>
      </p>
      {forwarded !== undefined && (
        <p className={styles.quiet}>
          {t('forwardedFrom')} <bdi>{words.sender(forwarded)}</bdi>
        </p>
      )}
      {reply && (
        <blockquote className={styles.answered}>
          <p className={styles.quiet}>
            {t('answers')}{' '}
            <bdi>{reply.n === undefined ? t('message', { id: reply.id }) : words.sender(reply.sender ?? '')}</bdi>
          </p>
          {reply.n === undefined ? (
            <p className={styles.quiet}>{t('notInExport')}</p>
          ) : (
            <>
              <p dir="auto">{reply.words}</p>
              <Button variant="link" onPress={() => reply.n !== undefined && onGoTo(reply.n)}>
                {t('goToMessage')}
              </Button>
            </>
          )}
        </blockquote>
      )}
      <p dir="auto" className={styles.text}>
        {text === '' ? <span className={styles.quiet}>{t('noWords')}</span> : text}
      </p>
      {marks.length > 0 && <p className={styles.quiet}>{marks.join(' · ')}</p>}
      {exhibit && (
        <p className={styles.here}>
          {t('isHere')}{' '}
          <Button variant="link" onPress={() => onOpen(exhibit)}>
            {exhibit.gone === undefined ? exhibit.label : t('inTrash', { label: exhibit.label })}
          </Button>
        </p>
      )}
      <Source key={n} chat={chat} place={n} />
    </article>
  );
}

/** The message's own bytes as text, read from the file when asked for. */
function Source({ chat, place }: { readonly chat: Chat; readonly place: number }) {
  const { t } = useTranslation('chat');
  const [source, setSource] = useState<string | null>(null);
  return (
    <details
      className={styles.source}
      onToggle={(event) => {
        if (event.currentTarget.open && source === null) void chat.source(place).then(setSource);
      }}
    >
      <summary>{t('asItStands')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <pre tabIndex={0}>{source}</pre>
    </details>
  );
}

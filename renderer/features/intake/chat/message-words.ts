import { useTranslation } from 'react-i18next';
import type { ListedMessage } from '#domain/intake/telegram/telegram-listing.ts';

/** How a message's facts are said. */
export interface MessageWords {
  /** The files and other things that it carries, in a few words each. */
  marks(message: ListedMessage): string[];
  day(wall: number): string;
  time(wall: number): string;
  /** Who says it; `nobody` where the export names none. */
  sender(name: string): string;
}

/** Gives the words for messages in the UI language; times are those of the exporting machine, as they stand in the export. */
export function useMessageWords(): MessageWords {
  const { t, i18n } = useTranslation('chat');
  const day = new Intl.DateTimeFormat(i18n.language, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const time = new Intl.DateTimeFormat(i18n.language, {
    timeZone: 'UTC',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return {
    marks: ({ media, has, isMissingFiles, type }) => [
      ...media.map((sort) => t(`media-${sort}`)),
      ...has.map((part) => t(`has-${part}`)),
      ...(isMissingFiles ? [t('notExported')] : []),
      ...(type === 'message' ? [] : [t(`type-${type}`)]),
    ],
    day: (wall) => day.format(wall),
    time: (wall) => time.format(wall),
    sender: (name) => (name === '' ? t('nobody') : name),
  };
}

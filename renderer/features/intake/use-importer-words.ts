import { useTranslation } from 'react-i18next';

/** The words for what importers and their items are called. */
export interface ImporterWords {
  /** A sort of file with how many there are, such as “3 photos”. */
  importer(name: string, count: number): string;
  /** A sort of item with how many there are, such as “213 messages”. */
  count(sort: string, count: number): string;
  /** What a part is called: a chat without a name by what sort of chat it is. */
  title(title: string): string;
}

const importers = [
  'telegram-export',
  'telegram-pages',
  'telegram-paste',
  'video-info',
  'subtitles',
  'gallery',
  'photo',
  'video-file',
  'web-page',
  'web-archive',
  'auto-archiver',
  'table',
  'markdown-note',
  'document',
  'other-file',
] as const;
const sorts = [
  'message',
  'service',
  'unsupported',
  'empty',
  'video',
  'photo',
  'telegram',
  'statement',
  'document',
  'web-page',
  'note',
  'row',
] as const;
/** Parts that are called the same in every file. */
const titles = ['table-rows', 'table-file', 'archive-pages'] as const;

/** What Telegram calls the sorts of chats; a chat without a name is called so. */
const chats = [
  'saved_messages',
  'replies',
  'verification_codes',
  'personal_chat',
  'bot_chat',
  'private_group',
  'private_supergroup',
  'public_supergroup',
  'private_channel',
  'public_channel',
] as const;

/** Gives the words of the UI language; what has none yet is called as the importer calls it. */
export function useImporterWords(): ImporterWords {
  const { t } = useTranslation('intake');
  return {
    importer: (name, count) => {
      const known = importers.find((one) => one === name);
      return known ? t(`importer-${known}`, { count }) : `${count} × ${name}`;
    },
    count: (sort, count) => {
      const known = sorts.find((one) => one === sort);
      return known ? t(`count-${known}`, { count }) : `${count} × ${sort}`;
    },
    title: (title) => {
      const part = titles.find((one) => one === title);
      if (part) return t(`title-${part}`);
      const known = chats.find((one) => one === title);
      return known ? t(`chat-${known}`) : title;
    },
  };
}

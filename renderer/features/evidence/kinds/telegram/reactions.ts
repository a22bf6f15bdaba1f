import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { isObject, listOf, numberOf, textOf } from '#domain/intake/telegram/telegram-fields.ts';

/** Gives the reactions to a post as its export tells them, in a few words; undefined when it tells of none. */
export function useReactions({ raw }: Exhibit): string | undefined {
  const { t, i18n } = useTranslation('telegram');
  if (!isObject(raw)) return undefined;
  const words = listOf(raw, 'reactions').flatMap((reaction) => {
    if (!isObject(reaction)) return [];
    const count = numberOf(reaction, 'count');
    const type = textOf(reaction, 'type');
    const sign =
      textOf(reaction, 'emoji') ??
      (type === 'paid' ? t('paidReaction') : type === 'custom_emoji' ? t('anyEmoji') : type);
    return sign === undefined ? [] : [count === undefined ? sign : `${sign} ${count.toLocaleString(i18n.language)}`];
  });
  return words.length > 0 ? words.join(' · ') : undefined;
}

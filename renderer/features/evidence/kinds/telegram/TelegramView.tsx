import { useTranslation } from 'react-i18next';
import { formatMoment, type MomentLocale } from '#domain/format-moment.ts';
import type { Moment } from '#domain/moment.ts';
import { ExhibitName } from '#features/evidence/Derivations.tsx';
import { EditBody } from '#features/evidence/kinds/EditBody.tsx';
import { Facts } from '#features/evidence/kinds/fields/Facts.tsx';
import styles from '#features/evidence/kinds/fields/KindView.module.css';
import { OutsideLink } from '#features/evidence/kinds/fields/OutsideLink.tsx';
import type { KindViewProps } from '#features/evidence/kinds/kind-props.ts';
import { AttachedMedia } from '#features/evidence/kinds/photo/AttachedMedia.tsx';
import { TextsView } from '#features/evidence/kinds/text/TextsView.tsx';
import { Poll } from './Poll.tsx';
import { AlbumLinks, EditionLinks, useEditions } from './PostLinks.tsx';
import { PostOrigin } from './PostOrigin.tsx';
import { useAlbum, useReplied } from './posts-in-case.ts';
import { useReactions } from './reactions.ts';
import { TelegramForm } from './TelegramForm.tsx';

/** A post to read: its text with its formatting, translations beside it, where it stood and where it came from. */
export function TelegramView({ exhibit, excerpt }: KindViewProps<'telegram'>) {
  const { t, i18n } = useTranslation('kinds');
  const { t: own } = useTranslation('telegram');
  const { channel, message, link, posted, edited, views, text, language, translations, forwarded, reply } =
    exhibit.body;
  const { signature, topic, action, album } = exhibit.body;
  const replied = useReplied(reply);
  const others = useAlbum(exhibit);
  const editions = useEditions(exhibit);
  const hasEditions = editions.older.length + editions.newer.length > 0;
  const reactions = useReactions(exhibit);
  const locale: MomentLocale = i18n.language.startsWith('fr') ? 'fr' : 'en';
  const written = (moment: Moment | undefined) => moment && formatMoment(moment, locale);
  const place = [channel?.name, channel?.handle && `@${channel.handle}`].filter(Boolean).join(' · ');
  const from = [forwarded?.name, forwarded?.id, written(forwarded?.at)].filter(Boolean).join(' · ');
  return (
    <div className={styles.view}>
      <TextsView
        exhibit={exhibit}
        runs={text}
        language={language ?? exhibit.language}
        translations={translations}
        excerpt={excerpt}
      />
      <Poll exhibit={exhibit} />
      <Facts
        facts={[
          { label: t('channelName'), value: place },
          { label: t('messageNumber'), value: message === undefined ? undefined : String(message) },
          { label: t('messageLink'), value: link && <OutsideLink address={link} /> },
          { label: t('posted'), value: written(posted) },
          { label: t('edited'), value: written(edited) },
          { label: t('views'), value: views === undefined ? undefined : views.toLocaleString(i18n.language) },
          { label: t('forwardedFrom'), value: from },
          { label: t('replyTo'), value: replied ? <ExhibitName id={replied.id} /> : reply },
          { label: own('signature'), value: signature },
          { label: own('topic'), value: topic && (topic.title ?? own('topicNumber', { id: topic.id })) },
          { label: own('action'), value: action },
          { label: own('album'), value: album === undefined ? undefined : <AlbumLinks others={others} /> },
          { label: own('reactions'), value: reactions },
          { label: own('editions'), value: hasEditions ? <EditionLinks {...editions} /> : undefined },
        ]}
      />
      <AttachedMedia exhibit={exhibit} excerpt={excerpt} />
      <PostOrigin exhibit={exhibit} />
      <EditBody exhibit={exhibit} Form={TelegramForm} />
    </div>
  );
}

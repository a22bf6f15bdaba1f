import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { stampTime } from '#domain/stamp.ts';
import { Facts } from '#features/evidence/kinds/fields/Facts.tsx';
import { RawFields } from '#features/evidence/kinds/fields/RawFields.tsx';
import { showingInChat } from '#features/evidence/show-in-chat.ts';
import { useRecord } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import styles from './PostParts.module.css';
import { placeInChat } from './posts-in-case.ts';

/** Where an imported post was read from: the file, its hash, what read it and when, with the way to its chat; and all else that was read. */
export function PostOrigin({ exhibit }: { readonly exhibit: Exhibit<'telegram'> }) {
  const { t, i18n } = useTranslation('telegram');
  const from = useRecord('imports', exhibit.import);
  const place = placeInChat(exhibit.key);
  const canShow = showingInChat.useAnswered();
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      {from && (
        <section aria-label={t('import')} className={styles.part}>
          <h3 className={styles.heading}>{t('import')}</h3>
          <Facts
            facts={[
              { label: t('importFile'), value: <bdi>{from.file}</bdi> },
              { label: t('importHash'), value: <code className={styles.hash}>{from.sha256}</code> },
              { label: t('importKept'), value: from.kept ? t(`kept-${from.kept.how}`) : t('keptNot') },
              { label: t('importWith'), value: `${from.importer} ${from.version}` },
              { label: t('importWhen'), value: when.format(stampTime(from.made.at)) },
            ]}
          />
          {from.kept && place && (
            <Button
              isDisabled={!canShow}
              onPress={() => showingInChat.ask({ import: from.id, chat: place.chat, message: place.message })}
            >
              {t('showInChat')}
            </Button>
          )}
        </section>
      )}
      <RawFields raw={exhibit.raw} />
    </>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditBody } from '#features/evidence/kinds/EditBody.tsx';
import { Facts } from '#features/evidence/kinds/fields/Facts.tsx';
import styles from '#features/evidence/kinds/fields/KindView.module.css';
import { OutsideLink } from '#features/evidence/kinds/fields/OutsideLink.tsx';
import type { KindViewProps } from '#features/evidence/kinds/kind-props.ts';
import { AttachedMedia } from '#features/evidence/kinds/photo/AttachedMedia.tsx';
import { CoveredMedia } from '#features/evidence/kinds/photo/CoveredMedia.tsx';
import { SplitAct } from '#features/evidence/kinds/text/SplitAct.tsx';
import { TextsView } from '#features/evidence/kinds/text/TextsView.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { ArchiveCheck } from './ArchiveCheck.tsx';
import { SavedPage } from './SavedPage.tsx';
import { savedFileOf } from './saved-files.ts';
import { WebPageForm } from './WebPageForm.tsx';

/** A page to read: where it was, what it says word for word, and its translations. */
export function WebPageView({ exhibit, excerpt }: KindViewProps<'web-page'>) {
  const { t } = useTranslation('kinds');
  const { address, saved, verbatim, language, translations } = exhibit.body;
  const { assets } = exhibit;
  // Subtle: by its files, so that the page is not drawn anew whenever a field of the exhibit changes.
  const file = useMemo(() => savedFileOf({ assets }), [assets]);
  const [seenAs, setSeenAs] = useState<'words' | 'saved'>('words');
  return (
    <div className={styles.view}>
      <Facts
        facts={[
          { label: t('address'), value: address && <OutsideLink address={address} /> },
          { label: t('savedAsWritten'), value: saved },
        ]}
      />
      <ArchiveCheck raw={exhibit.raw} />
      {file && (
        <div>
          <Segmented
            label={t('pageSeenAs')}
            items={[
              { id: 'words', label: t('pageWords') },
              { id: 'saved', label: t('pageAsSaved') },
            ]}
            value={seenAs}
            onChange={setSeenAs}
          />
        </div>
      )}
      {file && seenAs === 'saved' ? (
        <CoveredMedia exhibit={exhibit}>
          {() => <SavedPage key={file.sha256} exhibit={exhibit} file={file} />}
        </CoveredMedia>
      ) : (
        <TextsView
          exhibit={exhibit}
          runs={[{ kind: 'plain', text: verbatim }]}
          language={language ?? exhibit.language}
          translations={translations}
          excerpt={excerpt}
        />
      )}
      <SplitAct exhibit={exhibit} />
      <AttachedMedia exhibit={exhibit} excerpt={excerpt} />
      <EditBody exhibit={exhibit} Form={WebPageForm} />
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { EditBody } from '#features/evidence/kinds/EditBody.tsx';
import { Facts } from '#features/evidence/kinds/fields/Facts.tsx';
import styles from '#features/evidence/kinds/fields/KindView.module.css';
import { OutsideLink } from '#features/evidence/kinds/fields/OutsideLink.tsx';
import type { KindViewProps } from '#features/evidence/kinds/kind-props.ts';
import { AttachedMedia } from '#features/evidence/kinds/photo/AttachedMedia.tsx';
import { TextsView } from '#features/evidence/kinds/text/TextsView.tsx';
import { DocumentForm } from './DocumentForm.tsx';

/** A document to read: where it was, what it says word for word, and its translations. */
export function DocumentView({ exhibit, excerpt }: KindViewProps<'document'>) {
  const { t } = useTranslation('kinds');
  const { address, pages, verbatim, language, translations } = exhibit.body;
  return (
    <div className={styles.view}>
      <Facts
        facts={[
          { label: t('address'), value: address && <OutsideLink address={address} /> },
          { label: t('pages'), value: pages === undefined ? undefined : String(pages) },
        ]}
      />
      <TextsView
        exhibit={exhibit}
        runs={[{ kind: 'plain', text: verbatim }]}
        language={language ?? exhibit.language}
        translations={translations}
        excerpt={excerpt}
      />
      <AttachedMedia exhibit={exhibit} excerpt={excerpt} />
      <EditBody exhibit={exhibit} Form={DocumentForm} />
    </div>
  );
}

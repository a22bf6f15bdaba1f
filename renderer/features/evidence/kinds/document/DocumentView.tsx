import { useTranslation } from 'react-i18next';
import { assetsOf, type Exhibit } from '#domain/evidence/exhibit.ts';
import { EditBody } from '#features/evidence/kinds/EditBody.tsx';
import { Facts } from '#features/evidence/kinds/fields/Facts.tsx';
import styles from '#features/evidence/kinds/fields/KindView.module.css';
import { OutsideLink } from '#features/evidence/kinds/fields/OutsideLink.tsx';
import type { KindViewProps } from '#features/evidence/kinds/kind-props.ts';
import { AttachedMedia } from '#features/evidence/kinds/photo/AttachedMedia.tsx';
import { CoveredMedia } from '#features/evidence/kinds/photo/CoveredMedia.tsx';
import { SplitAct } from '#features/evidence/kinds/text/SplitAct.tsx';
import { TextsView } from '#features/evidence/kinds/text/TextsView.tsx';
import { DocumentForm } from './DocumentForm.tsx';
import { PdfPages } from './PdfPages.tsx';

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
      <SplitAct exhibit={exhibit} />
      <Pdfs exhibit={exhibit} />
      <AttachedMedia exhibit={exhibit} excerpt={excerpt} />
      <EditBody exhibit={exhibit} Form={DocumentForm} />
    </div>
  );
}

/** The pages of the PDF files that the document has, covered when it is graphic. */
function Pdfs({ exhibit }: { readonly exhibit: Exhibit }) {
  const pdfs = assetsOf(exhibit).filter(([, { mime }]) => mime === 'application/pdf');
  if (pdfs.length === 0) return null;
  return (
    <CoveredMedia exhibit={exhibit}>
      {() => pdfs.map(([sha256, { name }]) => <PdfPages key={sha256} sha256={sha256} label={name} />)}
    </CoveredMedia>
  );
}

import { useTranslation } from 'react-i18next';
import { useWorkbench } from '#features/cases/workbench.ts';
import { EditBody } from '#features/evidence/kinds/EditBody.tsx';
import { Facts } from '#features/evidence/kinds/fields/Facts.tsx';
import styles from '#features/evidence/kinds/fields/KindView.module.css';
import { OutsideLink } from '#features/evidence/kinds/fields/OutsideLink.tsx';
import type { KindViewProps } from '#features/evidence/kinds/kind-props.ts';
import { AttachedMedia } from '#features/evidence/kinds/photo/AttachedMedia.tsx';
import { TextsView } from '#features/evidence/kinds/text/TextsView.tsx';
import { useRecord } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { StatementForm } from './StatementForm.tsx';

/** A statement to read: who spoke, in what role and where, and the words with their translations. */
export function StatementView({ exhibit, excerpt }: KindViewProps<'statement'>) {
  const { t } = useTranslation('kinds');
  const { speaker, role, medium, occasion, link, verbatim, language, translations } = exhibit.body;
  const source = useRecord('sources', speaker);
  const { openBeside } = useWorkbench();
  return (
    <div className={styles.view}>
      <Facts
        facts={[
          {
            label: t('speaker'),
            value: source && (
              <Button variant="link" onPress={() => openBeside({ table: 'sources', id: source.id })}>
                {source.name}
              </Button>
            ),
          },
          { label: t('role'), value: role },
          { label: t('medium'), value: medium && t(`medium-${medium}`) },
          { label: t('occasion'), value: occasion },
          { label: t('link'), value: link && <OutsideLink address={link} /> },
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
      <EditBody exhibit={exhibit} Form={StatementForm} />
    </div>
  );
}

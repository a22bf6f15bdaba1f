import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watchUnsaved } from '#store/unsaved.ts';
import { useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { adding } from './adding.ts';
import styles from './EvidenceView.module.css';
import { draftTitle, type ExhibitDraft, exhibitDraftSchema } from './exhibit-draft.ts';

/** Says that something was described and not saved, and offers to go on with it. */
export function UnsavedLine() {
  const { t } = useTranslation('evidence');
  const drafts = useUnsavedDrafts();
  const [first] = drafts;
  if (!first) return null;
  return (
    <p className={styles.unsaved}>
      <span>{t('unsaved', { count: drafts.length })}</span>
      <span className={styles.unsavedTitle} dir="auto">
        {draftTitle(first) || t('untitled')}
      </span>
      <Button variant="link" onPress={() => adding.ask({ with: 'left' })}>
        {t('goOn')}
      </Button>
    </p>
  );
}

function useUnsavedDrafts(): ExhibitDraft[] {
  const { id } = useOpenCase();
  const [drafts, setDrafts] = useState<ExhibitDraft[]>([]);
  useEffect(
    () =>
      watchUnsaved(id, (typed) =>
        setDrafts(typed.flatMap(({ fields }) => exhibitDraftSchema.safeParse(fields).data ?? [])),
      ),
    [id],
  );
  return drafts;
}

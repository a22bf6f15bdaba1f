import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '#domain/case.ts';
import { removeCase } from '#store/cases.ts';
import { change } from '#store/change.ts';
import { Button } from '#ui/Button.tsx';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './StartScreen.module.css';

/** A case in the trash: restored at once, deleted for good only after it was asked about. */
export function TrashedCase({ record: { id, title } }: { readonly record: Case }) {
  const { t } = useTranslation('cases');
  const [asking, setAsking] = useState(false);
  const [remove, removing] = useAction(() => removeCase(id));
  const [restore, restoring] = useAction(async () => {
    await change(id, 'case.restore', (c) => c.restore('cases', id));
  });
  return (
    <li className={styles.case}>
      <span className={styles.trashed} dir="auto" title={title}>
        {title}
      </span>
      <Button aria-label={`${t('restore')} ${title}`} isDisabled={restoring.busy} onPress={() => void restore()}>
        {t('restore')}
      </Button>
      <Button variant="quiet" aria-label={`${t('removeForGood')} ${title}`} onPress={() => setAsking(true)}>
        {t('removeForGood')}
      </Button>
      <ConfirmDialog
        title={t('removeTitle')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        cancelLabel={t('cancel')}
        confirmLabel={t('removeForGood')}
        onConfirm={() => void remove()}
        state={removing}
        failed={t('notRemoved')}
      >
        <p dir="auto">{title}</p>
        <p>{t('removeHint')}</p>
      </ConfirmDialog>
    </li>
  );
}

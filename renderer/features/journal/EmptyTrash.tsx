import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tableNames } from '#domain/tables.ts';
import { emptyTrash, type Trashed } from '#store/trash.ts';
import { useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { showToast } from '#ui/toasts.tsx';
import { useAction } from '#ui/use-action.ts';

/** Empties the trash, after saying what goes: it is the one act here that has no way back. */
export function EmptyTrash({ trashed }: { readonly trashed: readonly Trashed[] }) {
  const { t } = useTranslation('journal');
  const opened = useOpenCase();
  const [asking, setAsking] = useState(false);
  const [empty, emptying] = useAction(async () => {
    await emptyTrash(opened.id, opened.state);
    setAsking(false);
    showToast({ text: t('emptied', { count: trashed.length }) });
  });
  const counts = tableNames.flatMap((table) => {
    const count = trashed.filter((one) => one.table === table).length;
    return count === 0 ? [] : t('countOf', { sort: t(table), count });
  });
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t('emptyTrash')}</Button>
      <ConfirmDialog
        title={t('emptyTitle', { count: trashed.length })}
        isOpen={asking}
        onClose={() => setAsking(false)}
        cancelLabel={t('cancel')}
        confirmLabel={t('deleteForGood')}
        onConfirm={() => void empty()}
        state={emptying}
        failed={t('notEmptied')}
      >
        <p>{counts.join(' · ')}</p>
        <p>{t('emptyHint')}</p>
      </ConfirmDialog>
    </>
  );
}

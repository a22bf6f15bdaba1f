import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tableNames } from '#domain/tables.ts';
import { emptyTrash, type Trashed } from '#store/trash.ts';
import { useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { showToast } from '#ui/toasts.tsx';
import { useAction } from '#ui/use-action.ts';

/** Empties the trash, after saying what goes: it is the one act here that has no way back. */
export function EmptyTrash({ trashed }: { readonly trashed: readonly Trashed[] }) {
  const { t } = useTranslation('journal');
  const opened = useOpenCase();
  const [asking, setAsking] = useState(false);
  const [empty, { busy, error }] = useAction(async () => {
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
      <Dialog
        title={t('emptyTitle', { count: trashed.length })}
        size="small"
        isOpen={asking}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button variant="quiet" onPress={() => setAsking(false)}>
              {t('cancel')}
            </Button>
            <Button variant="primary" isDisabled={busy} onPress={() => void empty()}>
              {t('deleteForGood')}
            </Button>
          </>
        }
      >
        <p>{counts.join(' · ')}</p>
        <p>{t('emptyHint')}</p>
        {error && <p role="alert">{t('notEmptied')}</p>}
      </Dialog>
    </>
  );
}

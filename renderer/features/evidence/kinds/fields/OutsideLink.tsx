import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '#desktop/desktop.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './OutsideLink.module.css';

/** An address as text, with the act that opens it in the person's own browser once they have seen it whole and said so. */
export function OutsideLink({ address }: { readonly address: string }) {
  const { t } = useTranslation('kinds');
  const [isAsked, setIsAsked] = useState(false);
  const [open, { error }] = useAction(async () => {
    await desktop.openOutside(address);
    setIsAsked(false);
  });
  const isWeb = /^https?:\/\//i.test(address);
  return (
    <span className={styles.link}>
      <bdi className={styles.address}>{address}</bdi>
      {isWeb && (
        <Button variant="link" onPress={() => setIsAsked(true)}>
          {t('openOutside')}
        </Button>
      )}
      <Dialog
        title={t('openOutsideTitle')}
        size="small"
        isOpen={isAsked}
        onClose={() => setIsAsked(false)}
        footer={
          <>
            <Button onPress={() => setIsAsked(false)}>{t('cancel')}</Button>
            <Button variant="primary" onPress={() => void open()}>
              {t('openOutsideDo')}
            </Button>
          </>
        }
      >
        <p>{t('openOutsideHint')}</p>
        <p className={styles.whole} dir="ltr">
          {address}
        </p>
        {error && (
          <ActionError
            what={t('openOutsideFailed')}
            error={error}
            detailsLabel={t('details')}
            copyLabel={t('copyDetails')}
            copiedLabel={t('copied')}
          />
        )}
      </Dialog>
    </span>
  );
}

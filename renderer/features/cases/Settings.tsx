import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '#desktop/desktop.ts';
import { deviceFingerprint, self, setSelf } from '#store/identity.ts';
import { askForPersistence, type StorageRoom, storageRoom } from '#store/storage.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { InlineText } from '#ui/InlineText.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { useTheme } from '#ui/theme.ts';
import { formatBytes } from './format-bytes.ts';
import { initialsOf } from './initials-of.ts';
import { useLanguage } from './language.ts';
import styles from './StartScreen.module.css';

interface SettingsProps {
  readonly onClose: () => void;
  /** Told when the person changed their name, so that the open case knows it too. */
  readonly onName?: ((person: { name: string; initials: string }) => Promise<void>) | undefined;
  /** The settings of the open case, where there is one. */
  readonly children?: ReactNode;
}

/** What belongs to this device and not to a case: name, language, theme, storage, key. */
export function Settings({ onClose, onName, children }: SettingsProps) {
  const { t } = useTranslation('cases');
  const [language, setLanguage] = useLanguage();
  const [theme, setTheme] = useTheme();
  return (
    <Dialog title={t('settings')} isOpen onClose={onClose} footer={<Button onPress={onClose}>{t('close')}</Button>}>
      <div className={styles.form}>
        {children}
        <Name onName={onName} />
        <h3 className={styles.section}>{t('language')}</h3>
        <Segmented
          label={t('language')}
          value={language}
          onChange={setLanguage}
          items={[
            { id: 'en', label: t('english') },
            { id: 'fr', label: t('french') },
          ]}
        />
        <h3 className={styles.section}>{t('theme')}</h3>
        <Segmented
          label={t('theme')}
          value={theme}
          onChange={setTheme}
          items={[
            { id: 'system', label: t('system') },
            { id: 'light', label: t('light') },
            { id: 'dark', label: t('dark') },
          ]}
        />
        <Room />
        <p className={styles.meta}>{t('version', { version: desktop.version })}</p>
      </div>
    </Dialog>
  );
}

function Name({ onName }: Pick<SettingsProps, 'onName'>) {
  const { t } = useTranslation('cases');
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    void self().then((person) => setName(person.name));
  }, []);
  if (name === null) return null;
  const keep = async (text: string) => {
    const person = { name: text.trim(), initials: initialsOf(text) };
    await setSelf(person);
    await onName?.(person);
    setName(person.name);
  };
  return (
    <section>
      <h3 className={styles.section}>{t('yourName')}</h3>
      <InlineText
        label={t('yourName')}
        value={name}
        placeholder={t('yourName')}
        onCommit={keep}
        failed={t('notKept')}
      />
      <p className={styles.meta}>{t('yourNameHint')}</p>
    </section>
  );
}

function Room() {
  const { t, i18n } = useTranslation('cases');
  const [room, setRoom] = useState<StorageRoom | null>(null);
  const [refused, setRefused] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    void storageRoom().then(setRoom);
    void deviceFingerprint().then(setKey);
  }, []);
  const ask = async () => {
    setRefused(!(await askForPersistence()));
    setRoom(await storageRoom());
  };
  return (
    <div className={styles.room}>
      <h3 className={styles.section}>{t('storage')}</h3>
      {room && (
        <p className={styles.meta}>
          {t('storageUsed', { used: formatBytes(room.used, i18n.language) })} ·{' '}
          {t(room.persistent ? 'persistent' : 'notPersistent')}
        </p>
      )}
      {room && !room.persistent && <Button onPress={() => void ask()}>{t('askPersistence')}</Button>}
      {refused && <p role="status">{t('persistenceRefused')}</p>}
      {key && (
        <p className={styles.meta}>
          {t('deviceKey')}:{' '}
          <code>
            {key
              .match(/.{1,4}/g)
              ?.slice(0, 8)
              .join(' ')}
          </code>
        </p>
      )}
    </div>
  );
}

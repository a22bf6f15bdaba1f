import { useTranslation } from 'react-i18next';
import { useAllCommands } from '#ui/command.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { Keys } from '#ui/Keys.tsx';
import styles from './KeyboardHelp.module.css';

/** Every command that has a key, with its key. */
export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('frame');
  const commands = useAllCommands().filter((command) => command.keys?.[0] !== undefined);
  return (
    <Dialog title={t('help')} isOpen onClose={onClose} size="large">
      <ul className={styles.list}>
        {commands.map((command) => (
          <li key={command.id}>
            <span>{command.label}</span>
            <span className={styles.keys}>
              {command.keys?.map((keys) => (
                <Keys key={keys} keys={keys} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

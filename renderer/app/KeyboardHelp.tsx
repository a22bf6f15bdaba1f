import { useTranslation } from 'react-i18next';
import { useAllCommands } from '#ui/command.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { Keys } from '#ui/Keys.tsx';
import { formatKeys } from '#ui/key-combination.ts';
import styles from './KeyboardHelp.module.css';
import { keyGroups } from './key-groups.ts';

/** Every key there is: of the commands that can be given now, and of the places that have keys of their own. */
export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('frame');
  const { t: say } = useTranslation('keys');
  const commands = useAllCommands().flatMap(({ id, label, keys }) =>
    keys?.[0] === undefined ? [] : [{ id, label, keys }],
  );
  return (
    <Dialog title={t('help')} isOpen onClose={onClose} size="large">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached from the keyboard */}
      <section className={styles.groups} tabIndex={0} aria-label={t('help')}>
        <Group label={say('everywhere')} rows={commands} />
        {keyGroups.map(({ label, rows }) => (
          <Group
            key={label}
            label={say(label)}
            rows={rows.map(([words, ...keys]) => ({ id: words, label: say(words), keys }))}
          />
        ))}
      </section>
    </Dialog>
  );
}

interface GroupProps {
  readonly label: string;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly keys: readonly string[] }[];
}

function Group({ label, rows }: GroupProps) {
  return (
    <div className={styles.group}>
      <h3 className={styles.label}>{label}</h3>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <span>{row.label}</span>
            <span className={styles.keys}>
              <span className="visually-hidden">{row.keys.map((keys) => formatKeys(keys)).join(', ')}</span>
              {row.keys.map((keys) => (
                <Keys key={keys} keys={keys} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

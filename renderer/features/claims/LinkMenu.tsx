import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu, type MenuAct } from '#ui/Menu.tsx';
import styles from './ClaimView.module.css';

interface LinkMenuProps {
  /** The number of what is linked, as it is said aloud. */
  readonly to: string;
  readonly acts: readonly MenuAct[];
}

/** What can be done with a link, in the corner of its card; out of sight until the card is pointed at or worked in. */
export function LinkMenu({ to, acts }: LinkMenuProps) {
  const { t } = useTranslation('claims');
  const label = t('actsOnLink', { to });
  return (
    <span className={styles.more}>
      <Menu
        label={label}
        placement="bottom end"
        trigger={<IconButton label={label}>⋯</IconButton>}
        groups={[{ id: 'link', acts }]}
      />
    </span>
  );
}

import type { ReactElement } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  type Placement,
  Popover,
  Text,
} from 'react-aria-components';
import styles from './Floating.module.css';
import { Keys } from './Keys.tsx';

/** One act of a menu. */
export interface MenuAct {
  readonly id: string;
  readonly label: string;
  /** The combination that does the same, as in `Mod+E`. */
  readonly keys?: string | undefined;
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly run: () => void;
}

/** Acts that belong together, with a heading when they need one. */
export interface MenuGroup {
  readonly id: string;
  readonly label?: string | undefined;
  readonly acts: readonly MenuAct[];
}

export interface MenuProps {
  /** What the menu holds, in words; not drawn. */
  readonly label: string;
  /** The Button or IconButton that opens it. */
  readonly trigger: ReactElement;
  readonly groups: readonly MenuGroup[];
  readonly placement?: Placement;
}

/** A menu that hangs from a button: arrows move, Enter acts, typing finds, Escape closes. */
export function Menu({ label, trigger, groups, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={`${styles.popover}`} offset={4} placement={placement}>
        <MenuActs label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}

/** The acts of a menu without a trigger, for a popover that something else opens (a context menu). */
export function MenuActs({ label, groups }: Pick<MenuProps, 'label' | 'groups'>) {
  return (
    <AriaMenu aria-label={label} className={`${styles.list}`}>
      {groups.map((group) => (
        <MenuSection key={group.id} id={group.id} aria-label={group.label ?? label} className={`${styles.section}`}>
          {group.label !== undefined && <Header className={`${styles.header}`}>{group.label}</Header>}
          {group.acts.map((act) => (
            <MenuItem
              key={act.id}
              id={act.id}
              textValue={act.label}
              isDisabled={act.isDisabled === true}
              onAction={act.run}
              className={`${styles.item}`}
            >
              <span className={styles.words}>
                <Text slot="label">{act.label}</Text>
                {act.description !== undefined && (
                  <Text slot="description" className={styles.meaning}>
                    {act.description}
                  </Text>
                )}
              </span>
              {act.keys !== undefined && <Keys keys={act.keys} />}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}

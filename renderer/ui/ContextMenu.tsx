import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import styles from './ContextMenu.module.css';
import floating from './Floating.module.css';
import { MenuActs, type MenuProps } from './Menu.tsx';

export interface ContextMenuProps extends Pick<MenuProps, 'label' | 'groups'> {
  /** Where it opens, in pixels of the window; null while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
}

/** The menu of a thing, where the pointer (or the row that the keyboard is on) is. */
export function ContextMenu({ label, groups, at, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={at ? { left: at.x, top: at.y } : undefined} />
      <Popover
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement="bottom start"
        offset={0}
        className={`${floating.popover}`}
      >
        <MenuActs label={label} groups={groups} />
      </Popover>
    </>
  );
}

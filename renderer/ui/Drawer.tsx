import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

export interface DrawerProps {
  /** What the drawer holds, in words; not drawn. */
  readonly label: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The edge that it comes from, in the direction of reading. */
  readonly side?: 'start' | 'end';
  readonly children: ReactNode;
}

/** A pane that slides over the work where the window is too narrow for it. Escape and a press outside close it. */
export function Drawer({ label, isOpen, onClose, side = 'end', children }: DrawerProps) {
  return (
    <ModalOverlay
      data-modal=""
      data-drawer={side}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className={`${styles.scrim}`}
    >
      <Modal className={classes(styles.drawer, styles[side])}>
        <AriaDialog aria-label={label} className={`${styles.dialog}`}>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

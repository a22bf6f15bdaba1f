import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Called on Escape, on a press outside, and by whatever closes the dialog from within. */
  readonly onClose: () => void;
  /** `small` for a question, `medium` for a form, `large` for a thing to read, `full` for a thing to look at. */
  readonly size?: 'small' | 'medium' | 'large' | 'full';
  /** The buttons, the main one last. */
  readonly footer?: ReactNode;
  /** What a press outside does: `close` unless work in the dialog would be lost, then `stay`. */
  readonly outside?: 'close' | 'stay';
  readonly children: ReactNode;
}

/**
 * A modal dialog. The focus goes to the first field (or what has `autoFocus`), stays inside, and goes back to where it
 * was. Nothing inside is mounted while it is closed.
 */
export function Dialog({ title, isOpen, onClose, size = 'medium', footer, outside = 'close', children }: DialogProps) {
  return (
    <ModalOverlay
      data-modal=""
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={outside === 'close'}
      className={`${styles.scrim}`}
    >
      <Modal className={classes(styles.modal, styles[size])}>
        <AriaDialog className={`${styles.dialog}`}>
          <Heading slot="title" className={`${styles.title}`}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          {footer !== undefined && <div className={styles.footer}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import type { ActionState } from './use-action.ts';

interface ConfirmDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly cancelLabel: string;
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly state: Pick<ActionState, 'busy' | 'error'>;
  /** What to say when it could not be done. */
  readonly failed: string;
  /** What goes, and that it does not come back. */
  readonly children: ReactNode;
}

/** Asks before what cannot be undone. Anything that can be is done at once and offers its undo instead. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, onClose, cancelLabel, confirmLabel, onConfirm, state, failed, children } = props;
  return (
    <Dialog
      title={title}
      size="small"
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {cancelLabel}
          </Button>
          <Button variant="primary" isDisabled={state.busy} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
      {state.error && <p role="alert">{failed}</p>}
    </Dialog>
  );
}

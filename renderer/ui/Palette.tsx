import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes.ts';
import dialog from './Dialog.module.css';
import { Keys } from './Keys.tsx';
import styles from './Palette.module.css';

/** One thing that the palette offers. Its id is unique in the palette. */
export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** A quieter word that tells like things apart. */
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  /** A mark before the label. */
  readonly mark?: ReactNode;
}

export interface PaletteGroup {
  readonly id: string;
  readonly label: string;
  readonly items: readonly PaletteItem[];
}

export interface PaletteProps {
  /** What the palette is for, in words; not drawn. */
  readonly label: string;
  readonly placeholder: string;
  /** What it says when nothing is found. */
  readonly emptyText: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  /** What to offer for the query, filtered and ordered by the caller; a hundred items at most. */
  readonly groups: readonly PaletteGroup[];
  /** Called with the chosen item's id after the palette has closed. */
  readonly onChoose: (id: string) => void;
}

/** The box that finds things and runs commands: arrows move, Enter chooses, Escape closes. */
export function Palette(props: PaletteProps) {
  const { label, placeholder, emptyText, isOpen, onClose, query, onQueryChange, groups, onChoose } = props;
  return (
    <ModalOverlay
      data-modal=""
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className={`${dialog.scrim}`}
    >
      <Modal className={classes(dialog.modal, styles.modal)}>
        <Dialog aria-label={label} className={`${dialog.dialog}`}>
          <Command shouldFilter={false} label={label} loop className={styles.palette}>
            <Command.Input
              autoFocus
              dir="auto"
              value={query}
              onValueChange={onQueryChange}
              placeholder={placeholder}
              className={styles.input}
            />
            <Command.List label={label} className={styles.list}>
              <Command.Empty className={styles.empty}>{emptyText}</Command.Empty>
              {groups.map((group) => (
                <Command.Group key={group.id} heading={group.label}>
                  {group.items.map((item) => (
                    <Command.Item
                      key={item.id}
                      value={item.id}
                      onSelect={() => {
                        onClose();
                        onChoose(item.id);
                      }}
                      className={styles.item}
                    >
                      {item.mark}
                      <span className={styles.label} dir="auto">
                        {item.label}
                      </span>
                      {item.detail !== undefined && (
                        <span className={styles.detail} dir="auto">
                          {item.detail}
                        </span>
                      )}
                      {item.keys !== undefined && <Keys keys={item.keys} />}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

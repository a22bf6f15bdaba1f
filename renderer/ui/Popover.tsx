import type { ReactElement, ReactNode } from 'react';
import {
  Popover as AriaPopover,
  Dialog,
  DialogTrigger,
  type DialogTriggerProps,
  type Placement,
} from 'react-aria-components';
import styles from './Floating.module.css';

export interface PopoverProps extends Omit<DialogTriggerProps, 'children'> {
  /** What the popover holds, in words; not drawn. */
  readonly label: string;
  /** The Button or IconButton that opens it. */
  readonly trigger: ReactElement;
  readonly placement?: Placement;
  /** What it holds; given a function, that gets `close`. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small window that hangs from a button. Escape and a press outside close it; the focus goes back to the button. */
export function Popover({ label, trigger, placement = 'bottom start', children, ...rest }: PopoverProps) {
  return (
    <DialogTrigger {...rest}>
      {trigger}
      <AriaPopover className={`${styles.popover}`} offset={4} placement={placement}>
        <Dialog aria-label={label} className={`${styles.padded}`}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

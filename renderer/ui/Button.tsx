import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Keys } from './Keys.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `plain` has a border; `primary` is the one act of a view or dialog; `quiet` has no frame; `link` looks like a link. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'link';
  /** The combination that does the same, as in `Mod+K`; drawn after the words. */
  readonly keys?: string | undefined;
  readonly children: ReactNode;
}

/** A button with words on it, 28 pixels high. Acts through `onPress`. */
export function Button({ variant = 'plain', keys, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classes(styles.button, styles[variant])}>
      {children}
      {keys !== undefined && <Keys keys={keys} />}
    </AriaButton>
  );
}

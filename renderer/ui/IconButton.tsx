import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';
import { classes } from './classes.ts';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** What the button does, in words. */
  readonly label: string;
  /** The glyph, an SVG or a single sign. */
  readonly children: ReactNode;
}

/** A square button with a glyph, for the few places where a word does not fit. */
export function IconButton({ label, children, ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} aria-label={label} className={classes(styles.button, styles.quiet, styles.icon)}>
      <span aria-hidden="true" className={styles.glyph}>
        {children}
      </span>
    </AriaButton>
  );
}

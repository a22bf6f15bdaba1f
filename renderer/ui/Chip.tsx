import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './Chip.module.css';
import { classes } from './classes.ts';

export interface ChipProps {
  readonly tone?: 'plain' | 'for' | 'against' | 'context' | 'disputed' | 'accent';
  /** What pressing the chip does; without it the chip is only to be read. */
  readonly onPress?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** A word or two in a soft frame: a tag, a kind, a stance. */
export function Chip({ tone = 'plain', onPress, children }: ChipProps) {
  const className = classes(styles.chip, styles[tone]);
  if (onPress === undefined) return <span className={className}>{children}</span>;
  return (
    <Button onPress={onPress} className={classes(className, styles.pressable)}>
      {children}
    </Button>
  );
}

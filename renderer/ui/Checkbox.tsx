import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import styles from './Choice.module.css';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
}

/** A box to tick, with its words. Acts through `isSelected` and `onChange(ticked)`. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={`${styles.choice}`}>
      <span className={styles.square} aria-hidden="true">
        <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
          {rest.isIndeterminate === true ? <path d="M3.5 7h7" /> : <path d="M3 7.2 6 10l5-6" />}
        </svg>
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}

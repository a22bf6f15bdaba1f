import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  /** One sentence that says what belongs here. */
  readonly text: string;
  /** The act that brings it here, a Button. */
  readonly children?: ReactNode;
}

/** What an empty view says and offers. */
export function EmptyState({ text, children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p>{text}</p>
      {children !== undefined && <div className={styles.acts}>{children}</div>}
    </div>
  );
}

import { useEffect, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { Button } from './Button.tsx';
import styles from './Progress.module.css';

export interface ProgressProps {
  /** What is being done, in words. */
  readonly label: string;
  /** Where it is, in words and numbers, as in “1,204 of 3,000 messages”. */
  readonly text?: string | undefined;
  readonly done?: number | undefined;
  /** How many there are; without it the bar only moves. */
  readonly total?: number | undefined;
  readonly cancel?: { readonly label: string; readonly run: () => void } | undefined;
}

const QUIET_MS = 150;

/** How far a long doing has come. Shows nothing for its first 150 ms. */
export function Progress({ label, text, done, total, cancel }: ProgressProps) {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;

  const counted = done !== undefined && total !== undefined && total > 0;
  return (
    <div className={styles.progress}>
      <ProgressBar
        aria-label={label}
        value={counted ? done : 0}
        maxValue={counted ? total : 1}
        isIndeterminate={!counted}
        {...(text !== undefined && { valueLabel: text })}
        className={`${styles.bar}`}
      >
        {({ percentage }) => (
          <>
            <span className={styles.words}>
              <span>{label}</span>
              {text !== undefined && <span className={styles.text}>{text}</span>}
            </span>
            <span className={styles.track}>
              <span
                className={counted ? styles.fill : styles.moving}
                style={counted ? { width: `${percentage}%` } : undefined}
              />
            </span>
          </>
        )}
      </ProgressBar>
      {cancel && <Button onPress={cancel.run}>{cancel.label}</Button>}
    </div>
  );
}

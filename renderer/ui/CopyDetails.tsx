import { useState } from 'react';
import { Button } from './Button.tsx';
import styles from './CopyDetails.module.css';

export interface CopyDetailsProps {
  readonly error: Error;
  readonly detailsLabel: string;
  readonly copyLabel: string;
  readonly copiedLabel: string;
}

/** All that an error says of itself and of what caused it, as plain text. */
export function errorDetails(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code}\n` : '';
  const own = `${code}${error.stack ?? `${error.name}: ${error.message}`}`;
  return error.cause instanceof Error ? `${own}\n\n${errorDetails(error.cause)}` : own;
}

/** An error's details, folded away, with a button that copies them. */
export function CopyDetails({ error, detailsLabel, copyLabel, copiedLabel }: CopyDetailsProps) {
  const [copied, setCopied] = useState(false);
  const details = errorDetails(error);
  return (
    <details className={styles.details}>
      <summary>{detailsLabel}</summary>
      {/* Subtle: the text stays in sight and can be selected, so a refused clipboard loses nothing. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard */}
      <pre className={styles.text} tabIndex={0}>
        {details}
      </pre>
      <Button
        onPress={() => {
          navigator.clipboard.writeText(details).then(
            () => setCopied(true),
            () => setCopied(false),
          );
        }}
      >
        {copied ? copiedLabel : copyLabel}
      </Button>
    </details>
  );
}

import styles from './Count.module.css';

export interface CountProps {
  /** The number, written in the language of the window by the caller. */
  readonly text: string;
  /** What is counted, in words, for screen readers and on hover. */
  readonly label?: string | undefined;
  readonly tone?: 'quiet' | 'badge';
}

/** A number beside a thing: quiet in a list, framed where it asks to be looked at. */
export function Count({ text, label, tone = 'quiet' }: CountProps) {
  return (
    <span className={styles[tone]} title={label}>
      {label === undefined ? (
        text
      ) : (
        <>
          <span aria-hidden="true">{text}</span>
          <span className="visually-hidden">{label}</span>
        </>
      )}
    </span>
  );
}

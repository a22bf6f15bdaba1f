import styles from './ActionError.module.css';
import { Button } from './Button.tsx';
import { CopyDetails } from './CopyDetails.tsx';

export interface ActionErrorProps {
  /** What failed, in a sentence. */
  readonly what: string;
  /** What was kept, in a sentence. */
  readonly kept?: string | undefined;
  /** What to do now, in a sentence. */
  readonly advice?: string | undefined;
  /** The error itself, for the details to copy. */
  readonly error: Error;
  readonly detailsLabel: string;
  readonly copyLabel: string;
  readonly copiedLabel: string;
  /** What can be done about it: try again, dismiss. */
  readonly acts?: readonly { readonly label: string; readonly run: () => void }[];
}

/** A failure, told where the person acted. */
export function ActionError({ what, kept, advice, error, acts = [], ...words }: ActionErrorProps) {
  return (
    <div role="alert" className={styles.error}>
      <p className={styles.what}>{what}</p>
      {kept !== undefined && <p>{kept}</p>}
      {advice !== undefined && <p>{advice}</p>}
      <CopyDetails error={error} {...words} />
      {acts.length > 0 && (
        <div className={styles.acts}>
          {acts.map((act) => (
            <Button key={act.label} onPress={act.run}>
              {act.label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

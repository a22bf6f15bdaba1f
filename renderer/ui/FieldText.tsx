import { FieldError, Label, Text } from 'react-aria-components';
import styles from './Field.module.css';

/** The words that every field shares. */
export interface FieldWords {
  /** The label above the field. A field without one must be given an `aria-label`. */
  readonly label?: string | undefined;
  /** A sentence below the field that says what belongs in it. */
  readonly description?: string | undefined;
  /** What is wrong with the value, in a sentence; marks the field as invalid. */
  readonly error?: string | undefined;
}

/** The label of a field, when it has one. */
export function FieldLabel({ label }: Pick<FieldWords, 'label'>) {
  return label === undefined ? null : <Label className={`${styles.label}`}>{label}</Label>;
}

/** What stands below a field: its description, and what is wrong with its value. */
export function FieldNotes({ description, error }: Pick<FieldWords, 'description' | 'error'>) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      {error !== undefined && <FieldError className={`${styles.error}`}>{error}</FieldError>}
    </>
  );
}

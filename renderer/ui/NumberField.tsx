import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  Input,
} from 'react-aria-components';
import styles from './Field.module.css';
import { FieldLabel, FieldNotes, type FieldWords } from './FieldText.tsx';

export interface NumberFieldProps
  extends Omit<AriaNumberFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'value' | 'onChange'>,
    FieldWords {
  /** The number, or null while the field is empty. */
  readonly value: number | null;
  /** Gives the number when it is committed (Enter, or leaving the field), or null when the field was emptied. */
  readonly onChange: (value: number | null) => void;
  readonly placeholder?: string | undefined;
}

/** A field for a number, written and read in the language of the window; ↑ and ↓ change it. */
export function NumberField({
  label,
  description,
  error,
  value,
  onChange,
  placeholder = '',
  ...rest
}: NumberFieldProps) {
  return (
    <AriaNumberField
      {...rest}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      isInvalid={error !== undefined}
      className={`${styles.field}`}
    >
      <FieldLabel label={label} />
      <Input className={`${styles.input}`} placeholder={placeholder} />
      <FieldNotes description={description} error={error} />
    </AriaNumberField>
  );
}

import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  TextArea,
} from 'react-aria-components';
import styles from './Field.module.css';
import { FieldLabel, FieldNotes, type FieldWords } from './FieldText.tsx';

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'dir'>,
    FieldWords {
  /** Lines to show; more than none makes it a multi-line field that grows with its text. */
  readonly rows?: number | undefined;
  /** The direction of the text; `auto`, its own, unless said otherwise. */
  readonly dir?: 'auto' | 'ltr' | 'rtl' | undefined;
  /** The language of the text, as in `ru`. */
  readonly lang?: string | undefined;
  readonly placeholder?: string | undefined;
}

/** A field for a line of text, or with `rows` for several. Acts through `value` and `onChange(text)`. */
export function TextField({
  label,
  description,
  error,
  rows,
  dir = 'auto',
  lang,
  placeholder = '',
  ...rest
}: TextFieldProps) {
  const input = { className: `${styles.input}`, dir, placeholder, ...(lang !== undefined && { lang }) };
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className={`${styles.field}`}>
      <FieldLabel label={label} />
      {rows === undefined ? (
        <Input {...input} />
      ) : (
        <TextArea {...input} rows={rows} style={{ minHeight: rows * 20 + 8 }} />
      )}
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}

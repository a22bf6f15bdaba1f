import { TextField, type TextFieldProps } from '#ui/TextField.tsx';

export interface OptionalTextProps extends Omit<TextFieldProps, 'value' | 'onChange'> {
  readonly value: string | undefined;
  /** Gives the text, or undefined when the field was emptied: nothing known is not an empty word. */
  readonly onChange: (value: string | undefined) => void;
}

/** A text field for something that may not be known. */
export function OptionalText({ value, onChange, ...rest }: OptionalTextProps) {
  return <TextField {...rest} value={value ?? ''} onChange={(text) => onChange(text === '' ? undefined : text)} />;
}

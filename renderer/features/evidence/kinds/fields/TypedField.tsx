import { useState } from 'react';
import { TextField, type TextFieldProps } from '#ui/TextField.tsx';

export interface TypedFieldProps<Value> extends Omit<TextFieldProps, 'value' | 'onChange' | 'error'> {
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  /** Writes a value as one would type it. */
  readonly write: (value: Value) => string;
  /** Reads what was typed (never empty): the value, or a sentence that says what is wrong. */
  readonly read: (text: string) => { readonly value: Value } | { readonly wrong: string };
}

/**
 * A field for a value that is typed as text. A text that reads becomes the value at once; one that does not stays in the
 * field with what is wrong, the value unset meanwhile. Leaving the field writes the value the usual way.
 */
export function TypedField<Value>({ value, onChange, write, read, ...rest }: TypedFieldProps<Value>) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === undefined ? '' : write(value));
  const reading = typed === null || typed.trim() === '' ? null : read(typed);
  const wrong = reading && 'wrong' in reading ? reading.wrong : undefined;
  return (
    <TextField
      {...rest}
      value={text}
      onChange={(next) => {
        setTyped(next);
        const now = next.trim() === '' ? null : read(next);
        onChange(now && 'value' in now ? now.value : undefined);
      }}
      onBlur={() => {
        if (wrong === undefined) setTyped(null);
      }}
      {...(wrong !== undefined && { error: wrong })}
    />
  );
}

import { useState } from 'react';
import styles from './AddLine.module.css';
import { Button } from './Button.tsx';
import { TextField } from './TextField.tsx';
import { type ExpectedFailure, useAction } from './use-action.ts';

export interface AddLineProps {
  /** What is named in the line, as in “New tag”. */
  readonly label: string;
  /** The word on the button. */
  readonly act: string;
  /** Makes the thing from what was typed, which is not empty; the line is then free for the next. */
  readonly onAdd: (text: string) => Promise<void>;
  /** Says why it could not be made; what was typed stays. */
  readonly failed: (error: ExpectedFailure) => string;
}

/** A line in which a thing is named and made: Enter or the button makes it. */
export function AddLine({ label, act, onAdd, failed }: AddLineProps) {
  const [text, setText] = useState('');
  const [add, { error }] = useAction(async () => {
    if (text.trim() === '') return;
    await onAdd(text.trim());
    setText('');
  });
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={setText}
        {...(error && { error: failed(error) })}
      />
      <Button type="submit">{act}</Button>
    </form>
  );
}

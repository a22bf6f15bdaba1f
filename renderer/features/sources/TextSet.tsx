import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/IconButton.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './SourceView.module.css';

export interface TextSetProps {
  /** What the words are: aliases, handles. */
  readonly label: string;
  readonly value: readonly string[];
  readonly onCommit: (value: string[]) => Promise<void>;
}

/** A set of short texts, each removable; Enter or leaving the field adds what was typed. */
export function TextSet({ label, value, onCommit }: TextSetProps) {
  const { t } = useTranslation('sources');
  const [text, setText] = useState('');
  const [add, { error }] = useAction(async () => {
    const word = text.trim();
    if (word !== '' && !value.includes(word)) await onCommit([...value, word]);
    setText('');
  });
  return (
    <div className={styles.set}>
      {value.map((word) => (
        <span key={word} className={styles.word}>
          <span dir="auto">{word}</span>
          <IconButton
            label={t('remove', { text: word })}
            onPress={() => void onCommit(value.filter((other) => other !== word))}
          >
            ×
          </IconButton>
        </span>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          aria-label={label}
          placeholder={t('addOne')}
          value={text}
          onChange={setText}
          onBlur={() => void add()}
          {...(error && { error: t('notKept') })}
        />
      </form>
    </div>
  );
}

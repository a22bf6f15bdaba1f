import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenCase } from '#store/use-case.ts';
import { TextField } from '#ui/TextField.tsx';
import { makeQuestion } from './write-claims.ts';

/** A line in which a question is asked: Enter makes it and leaves the line free for the next. `last` is the order of the last one. */
export function NewQuestion({ last }: { readonly last: number }) {
  const { t } = useTranslation('claims');
  const { id } = useOpenCase();
  const [text, setText] = useState('');
  const make = () => {
    const asked = text.trim();
    if (asked === '') return;
    setText('');
    void makeQuestion(id, { text: asked, whom: '', scope: '', order: last + 1 });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <TextField aria-label={t('newQuestion')} placeholder={t('newQuestionHint')} value={text} onChange={setText} />
    </form>
  );
}

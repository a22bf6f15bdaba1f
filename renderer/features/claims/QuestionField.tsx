import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { useOpenCase } from '#store/use-case.ts';
import { ComboBox } from '#ui/ComboBox.tsx';
import { useAction } from '#ui/use-action.ts';
import { useQuestions } from './claims-of-question.ts';
import { makeQuestion } from './write-claims.ts';

interface QuestionFieldProps {
  readonly value: Id | undefined;
  readonly onChange: (question: Id | undefined) => void;
}

/** The question a claim answers; one that is not there yet is asked on the fly. */
export function QuestionField({ value, onChange }: QuestionFieldProps) {
  const { t } = useTranslation('claims');
  const { id: caseId } = useOpenCase();
  const questions = useQuestions();
  const order = (questions.at(-1)?.order ?? 0) + 1;
  const [create, { error }] = useAction(async (_tools, text: string) => {
    onChange((await makeQuestion(caseId, { text, whom: '', scope: '', order })).id);
  });
  return (
    <ComboBox
      key={value ?? 'none'}
      label={t('question')}
      placeholder={t('noQuestion')}
      items={questions.map(({ id, text }) => ({ id, label: text }))}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      create={{ label: (text) => t('createQuestion', { text }), onCreate: (text) => void create(text) }}
      {...(error && { error: t('failed') })}
    />
  );
}

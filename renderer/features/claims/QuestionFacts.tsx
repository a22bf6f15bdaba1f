import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countedSchema, type Question } from '#domain/question.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Facts.module.css';
import { Prose } from './Prose.tsx';
import { useClaimWords } from './use-claim-words.ts';
import { useDraft } from './use-draft.ts';
import { editQuestion } from './write-claims.ts';

interface QuestionFactsProps {
  readonly question: Question;
  /** What the answers come to, in words that run on from what is counted. */
  readonly children: ReactNode;
}

/** What a question asks, edited in place: its words, what is counted, of whom, in what scope. */
export function QuestionFacts({ question, children }: QuestionFactsProps) {
  const { t } = useTranslation('claims');
  const words = useClaimWords();
  const counted = words.counted(question.counted, question.whom, question.scope);
  const [isOpen, setIsOpen] = useState(false);
  const save = (fields: Parameters<typeof editQuestion>[2]) => editQuestion(question.case, question.id, fields);
  const whom = useDraft(question.whom, (text) => save({ whom: text }));
  const scope = useDraft(question.scope, (text) => save({ scope: text }));
  return (
    <header>
      <h1 className="visually-hidden" dir="auto">
        {question.text}
      </h1>
      <Prose label={t('question')} value={question.text} onSave={(text) => save({ text })} size="heading" />
      <p className={styles.counted} dir="auto">
        {counted === '' ? `${t('anything')}.` : t('countedLine', { what: counted })} {children}
        <Button variant="link" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {isOpen ? t('done') : t('changeCounted')}
        </Button>
      </p>
      {isOpen && (
        <div className={styles.row}>
          <Select
            label={t('counted')}
            items={[
              { id: 'none', label: t('anything') },
              ...countedSchema.options.map((id) => ({ id, label: t(`counted-${id}`) })),
            ]}
            value={question.counted ?? 'none'}
            onChange={(id) => void save({ counted: id === 'none' ? undefined : id })}
          />
          <div {...whom.leaving}>
            <TextField label={t('whom')} value={whom.value} onChange={whom.set} />
          </div>
          <div {...scope.leaving}>
            <TextField label={t('scope')} value={scope.value} onChange={scope.set} placeholder={t('scopeHint')} />
          </div>
        </div>
      )}
    </header>
  );
}

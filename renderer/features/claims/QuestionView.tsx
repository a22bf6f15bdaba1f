import { useTranslation } from 'react-i18next';
import { answersTo } from '#domain/answers.ts';
import type { Id } from '#domain/id.ts';
import type { Question } from '#domain/question.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { useRecord } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { AnswerPicture } from './AnswerPicture.tsx';
import { ClaimLine } from './ClaimLine.tsx';
import { useClaimsByQuestion } from './claims-of-question.ts';
import { QuestionFacts } from './QuestionFacts.tsx';
import styles from './QuestionView.module.css';
import { makingClaim } from './requests.ts';
import { SpanWords } from './SpanWords.tsx';
import { restoreFromTrash, trashQuestion } from './write-claims.ts';

/** One question: its competing answers on a common axis, and those in words. */
export function QuestionView({ id }: { readonly id: Id }) {
  const { t } = useTranslation('claims');
  const question = useRecord('questions', id);
  if (!question) return <EmptyState text={t('missing')} />;
  return <Answered question={question} />;
}

function Answered({ question }: { readonly question: Question }) {
  const { t } = useTranslation('claims');
  const { openView } = useWorkbench();
  const claims = useClaimsByQuestion().get(question.id) ?? [];
  const { groups, inWords, overtaken } = answersTo(question, claims);
  const asked = groups[0]?.asked === true ? groups[0] : undefined;
  const trash = async () => {
    await trashQuestion(question.case, question.id);
    showUndoToast(question.case, t('questionTrashed'), t('undo'));
    openView('questions');
  };
  return (
    <article className={styles.view}>
      <QuestionFacts key={question.id} question={question}>
        {asked && <SpanWords group={asked} overtaken={overtaken} />}
      </QuestionFacts>
      {groups.map((group) => (
        <AnswerPicture
          key={`${group.of} ${group.whom}`}
          group={group}
          isAsked={group === asked}
          overtaken={overtaken}
        />
      ))}
      {claims.length === 0 && <EmptyState text={t('noClaims')} />}
      {inWords.length > 0 && (
        <section className={styles.words}>
          <h2 className={styles.title}>{t('inWords')}</h2>
          <ul>
            {inWords.map((claim) => (
              <ClaimLine key={claim.id} claim={claim} overtaken={overtaken.get(claim.id)} />
            ))}
          </ul>
        </section>
      )}
      <footer className={styles.acts}>
        <Button onPress={() => makingClaim.ask({ question: question.id })}>{t('newClaim')}</Button>
        {question.gone === undefined ? (
          <Button variant="quiet" onPress={() => void trash()}>
            {t('trash')}
          </Button>
        ) : (
          <Button variant="quiet" onPress={() => void restoreFromTrash(question.case, 'questions', question.id)}>
            {t('inTrash')} {t('restore')}
          </Button>
        )}
      </footer>
    </article>
  );
}

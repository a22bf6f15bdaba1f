import { useTranslation } from 'react-i18next';
import { overtakenAmong } from '#domain/answers.ts';
import type { Claim } from '#domain/claim.ts';
import type { Question } from '#domain/question.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ClaimLine } from './ClaimLine.tsx';
import { useClaimsByQuestion, useQuestions } from './claims-of-question.ts';
import { NewQuestion } from './NewQuestion.tsx';
import styles from './QuestionsView.module.css';
import { makingClaim } from './requests.ts';
import { useClaimWords } from './use-claim-words.ts';
import { moveQuestion } from './write-claims.ts';

/** Every question of the case with its claims, and the claims that answer none. */
export function QuestionsView() {
  const { t } = useTranslation('claims');
  const questions = useQuestions();
  const claims = useClaimsByQuestion();
  const unassigned = claims.get(undefined) ?? [];
  return (
    <div className={styles.view}>
      <header className={styles.top}>
        <h1 className={styles.heading}>{t('questions')}</h1>
        <Button onPress={() => makingClaim.ask({})}>{t('newClaim')}</Button>
      </header>
      <NewQuestion last={questions.at(-1)?.order ?? 0} />
      {questions.length === 0 && unassigned.length === 0 && <EmptyState text={t('noQuestions')} />}
      {questions.map((question, at) => (
        <QuestionPart key={question.id} question={question} at={at} all={questions} claims={claims.get(question.id)} />
      ))}
      {unassigned.length > 0 && (
        <section className={styles.part}>
          <h2 className={styles.title}>{t('unassigned')}</h2>
          <Claims claims={unassigned} />
        </section>
      )}
    </div>
  );
}

interface QuestionPartProps {
  readonly question: Question;
  readonly at: number;
  readonly all: readonly Question[];
  readonly claims: readonly Claim[] | undefined;
}

function QuestionPart({ question, at, all, claims = [] }: QuestionPartProps) {
  const { t } = useTranslation('claims');
  const { open } = useWorkbench();
  const words = useClaimWords();
  const before = all[at - 1];
  const after = all[at + 1];
  const move = (past: Question, beyond: Question | undefined, step: 1 | -1) =>
    moveQuestion(question.case, question.id, beyond ? (past.order + beyond.order) / 2 : past.order + step);
  const counted = words.counted(question.counted, question.whom, question.scope);
  return (
    <section className={styles.part} aria-labelledby={`question-${question.id}`}>
      <div className={styles.row}>
        <h2 id={`question-${question.id}`} className={styles.title} dir="auto">
          <Button variant="link" onPress={() => open({ table: 'questions', id: question.id })}>
            {question.text}
          </Button>
        </h2>
        <span className={styles.facts}>
          {[counted, t('claimCount', { count: claims.length })].filter(Boolean).join(' · ')}
        </span>
        <span className={styles.acts}>
          <IconButton label={t('moveUp')} isDisabled={!before} onPress={() => before && move(before, all[at - 2], -1)}>
            ↑
          </IconButton>
          <IconButton label={t('moveDown')} isDisabled={!after} onPress={() => after && move(after, all[at + 2], 1)}>
            ↓
          </IconButton>
          <Button variant="quiet" onPress={() => makingClaim.ask({ question: question.id })}>
            {t('newClaim')}
          </Button>
        </span>
      </div>
      {claims.length === 0 ? <p className={styles.facts}>{t('noClaims')}</p> : <Claims claims={claims} />}
    </section>
  );
}

function Claims({ claims }: { readonly claims: readonly Claim[] }) {
  const overtaken = overtakenAmong(claims);
  return (
    <ul>
      {claims.map((claim) => (
        <ClaimLine key={claim.id} claim={claim} overtaken={overtaken.get(claim.id)} />
      ))}
    </ul>
  );
}

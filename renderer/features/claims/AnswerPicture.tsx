import { useTranslation } from 'react-i18next';
import type { AnswerGroup, Overtaken } from '#domain/answers.ts';
import type { Id } from '#domain/id.ts';
import { AnswerTable } from './AnswerTable.tsx';
import { axisFor, percentOn } from './axis.ts';
import styles from './QuestionView.module.css';
import { RangeRow } from './RangeRow.tsx';
import { SpanWords } from './SpanWords.tsx';
import { useClaimWords } from './use-claim-words.ts';

interface AnswerPictureProps {
  readonly group: AnswerGroup;
  /** Counts what the question asks for: its heading and its words are the question's own. */
  readonly isAsked: boolean;
  readonly overtaken: ReadonlyMap<Id, Overtaken>;
}

/** Claims that count the same of the same, one row each on one axis, with the span of their independent origins in words. */
export function AnswerPicture({ group, isAsked, overtaken }: AnswerPictureProps) {
  const { t, i18n } = useTranslation('claims');
  const words = useClaimWords();
  const axis = axisFor(Math.max(...group.claims.map(({ amount }) => amount.atMost ?? amount.atLeast ?? 0)));
  const what = words.counted(group.of, group.whom);
  const format = new Intl.NumberFormat(i18n.language);
  return (
    <section className={styles.picture} aria-label={what}>
      {!isAsked && (
        <>
          <h2 className={styles.group}>{t('group', { what })}</h2>
          <p className={styles.summary} dir="auto">
            <SpanWords group={group} overtaken={overtaken} />
          </p>
        </>
      )}
      <div className={styles.axis} aria-hidden="true">
        <span />
        <span className={styles.ticks}>
          {axis.ticks.map((tick) => (
            <span key={tick} style={{ insetInlineStart: `${percentOn(axis, tick)}%` }}>
              {format.format(tick)}
            </span>
          ))}
        </span>
        <span>{t('standing')}</span>
      </div>
      <ul>
        {group.claims.map((claim) => (
          <RangeRow key={claim.id} axis={axis} claim={claim} overtaken={overtaken.get(claim.id)} />
        ))}
      </ul>
      <AnswerTable claims={group.claims} overtaken={overtaken} caption={what} />
    </section>
  );
}

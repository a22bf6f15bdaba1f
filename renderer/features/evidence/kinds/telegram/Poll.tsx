import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { isObject, listOf, member, numberOf } from '#domain/intake/telegram/telegram-fields.ts';
import styles from './PostParts.module.css';

/** A post's poll: what was asked, the answers, and as many votes for each as the export tells. */
export function Poll({ exhibit }: { readonly exhibit: Exhibit<'telegram'> }) {
  const { t } = useTranslation('telegram');
  const { poll, language } = exhibit.body;
  if (!poll) return null;
  const told = isObject(exhibit.raw) ? member(exhibit.raw, 'poll') : undefined;
  const read = isObject(told) ? told : {};
  const voters = numberOf(read, 'total_voters');
  const answers = listOf(read, 'answers');
  const facts = [
    ...(voters === undefined ? [] : [t('voters', { count: voters })]),
    ...(member(read, 'closed') === true ? [t('pollClosed')] : []),
  ];
  return (
    <section aria-label={t('poll')} className={styles.part}>
      <h3 className={styles.heading}>{[t('poll'), ...facts].join(' · ')}</h3>
      <p dir="auto" lang={language}>
        {poll.question}
      </p>
      <ul className={styles.answers}>
        {poll.answers.map((answer, n) => {
          const one = answers[n];
          const votes = isObject(one) ? numberOf(one, 'voters') : undefined;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the answers of a poll keep their places, and two may say the same
            <li key={n}>
              <span dir="auto" lang={language}>
                {answer}
              </span>
              {votes !== undefined && <span className={styles.quiet}>{t('votes', { count: votes })}</span>}
              {isObject(one) && member(one, 'chosen') === true && (
                <span className={styles.quiet}>{t('pollChosen')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

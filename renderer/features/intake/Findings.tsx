import { useTranslation } from 'react-i18next';
import type { Finding } from '#domain/intake/finding.ts';
import { groupsBy } from './choices.ts';
import styles from './IntakeView.module.css';

const MOST_LINES = 200;

/** What is told of files: each sort of finding with how many, and below it where and in the file's own words. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation('intake');
  if (findings.length === 0) return null;
  const byCode = [...groupsBy(findings, ({ code }) => code)];
  return (
    <div className={styles.findings}>
      {byCode.map(([code, same]) => (
        <details key={code}>
          <summary>
            {t(`finding-${code}`)} <span className={styles.quiet}>{t('times', { count: same.length })}</span>
          </summary>
          <ul>
            {same.slice(0, MOST_LINES).map(({ path, place, detail }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list of a survey never changes, and two findings may be alike
              <li key={n}>
                <bdi className={styles.path}>{path}</bdi>
                {place !== undefined && <span> · {place}</span>}
                {detail !== undefined && (
                  <span>
                    {' · '}
                    <bdi>{detail}</bdi>
                  </span>
                )}
              </li>
            ))}
          </ul>
          {same.length > MOST_LINES && <p className={styles.quiet}>{t('more', { count: same.length - MOST_LINES })}</p>}
        </details>
      ))}
    </div>
  );
}

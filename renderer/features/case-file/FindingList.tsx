import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Finding, findingLine } from '#domain/case-file/finding.ts';
import { Button } from '#ui/Button.tsx';
import styles from './CaseFile.module.css';

const shown = 200;

/** What was found in a file, place by place, with a button that copies all of it. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation('case-file');
  const [copied, setCopied] = useState(false);
  const hasFound = findings.some(({ found }) => found !== undefined);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard */}
      <section className={styles.findings} tabIndex={0} aria-label={t('wrong')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('where')}</th>
              <th scope="col">{t('wrong')}</th>
              <th scope="col">{t('expected')}</th>
              {hasFound && <th scope="col">{t('found')}</th>}
            </tr>
          </thead>
          <tbody>
            {findings.slice(0, shown).map((finding) => (
              <tr key={findingLine(finding)}>
                <td className={styles.place}>
                  {finding.file}
                  {finding.line === undefined ? '' : `:${finding.line}`}
                </td>
                <td>{t(`fault-${finding.fault}`)}</td>
                <td className={styles.technical} lang="en">
                  {finding.expected}
                </td>
                {hasFound && (
                  <td className={styles.technical} lang="en">
                    {finding.found ?? '–'}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {findings.length > shown && <p>{t('more', { count: findings.length - shown })}</p>}
      <div>
        <Button
          onPress={() => {
            navigator.clipboard.writeText(findings.map(findingLine).join('\n')).then(
              () => setCopied(true),
              () => setCopied(false),
            );
          }}
        >
          {copied ? t('copied') : t('copyList')}
        </Button>
      </div>
    </>
  );
}

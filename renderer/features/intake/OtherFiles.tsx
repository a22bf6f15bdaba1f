import { useTranslation } from 'react-i18next';
import styles from './IntakeView.module.css';

const MOST_LINES = 200;

/** The given files that nothing here can read: told, so that none is passed over in silence. */
export function OtherFiles({ paths }: { readonly paths: readonly string[] }) {
  const { t } = useTranslation('intake');
  if (paths.length === 0) return null;
  return (
    <details className={styles.others}>
      <summary>{t('others', { count: paths.length })}</summary>
      <p className={styles.hint}>{t('othersHint')}</p>
      <ul>
        {paths.slice(0, MOST_LINES).map((path) => (
          <li key={path}>
            <bdi className={styles.path}>{path}</bdi>
          </li>
        ))}
      </ul>
      {paths.length > MOST_LINES && <p className={styles.quiet}>{t('more', { count: paths.length - MOST_LINES })}</p>}
    </details>
  );
}

import { useTranslation } from 'react-i18next';
import type { Json } from '#domain/json.ts';
import styles from './RawFields.module.css';

/** All that was read where an exhibit was imported from and has no field of its own, as it stood there. */
export function RawFields({ raw }: { readonly raw: Json | undefined }) {
  const { t } = useTranslation('kinds');
  if (raw === undefined) return null;
  return (
    <details className={styles.raw}>
      <summary>{t('everythingElse')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <pre tabIndex={0}>{JSON.stringify(raw, null, 2)}</pre>
    </details>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Part } from '#domain/intake/importer.ts';
import { useTable } from '#store/use-case.ts';
import { chatHere } from './chat-here.ts';
import styles from './IntakeView.module.css';

/** What the case holds of some chats already: posts whose files were missing, and links to their posts that were pasted. */
export function ChatHereWords({ parts }: { readonly parts: readonly Part[] }) {
  const { t } = useTranslation('intake');
  const exhibits = useTable('exhibits');
  const { missing, linked, perhapsLinked } = useMemo(() => chatHere(parts, exhibits.values()), [parts, exhibits]);
  return (
    <>
      {missing > 0 && <span className={styles.here}>{t('filesHere', { count: missing })}</span>}
      {linked.length > 0 && (
        <span className={styles.quiet}>{t('linkHere', { count: linked.length, exhibits: linked.join(', ') })}</span>
      )}
      {perhapsLinked.length > 0 && (
        <span className={styles.quiet}>
          {t('linkPerhaps', { count: perhapsLinked.length, exhibits: perhapsLinked.join(', ') })}
        </span>
      )}
    </>
  );
}

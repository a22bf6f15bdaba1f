import { useTranslation } from 'react-i18next';
import { stampTime } from '#domain/stamp.ts';
import { showingInChat } from '#features/evidence/show-in-chat.ts';
import { useAlive } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { canBrowse } from './chat/KeptChat.tsx';
import styles from './IntakeView.module.css';
import { useImporterWords } from './use-importer-words.ts';

const MOST_LINES = 200;

/** What was taken in before, the latest first: when, which file, how much; the chats among it can be browsed again. */
export function PastImports() {
  const { t, i18n } = useTranslation('chat');
  const words = useImporterWords();
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const imports = useAlive('imports').toReversed();
  if (imports.length === 0) return null;
  return (
    <details className={styles.past}>
      <summary>
        {t('pastImports')} <span className={styles.quiet}>{imports.length.toLocaleString(i18n.language)}</span>
      </summary>
      <ul>
        {imports.slice(0, MOST_LINES).map((one) => (
          <li key={one.id}>
            <time dateTime={one.made.at.slice(0, 24)} className={styles.quiet}>
              {when.format(stampTime(one.made.at))}
            </time>
            <bdi className={styles.path}>{one.file}</bdi>
            <span className={styles.quiet}>
              {Object.entries(one.counts)
                .map(([sort, count]) => words.count(sort, count))
                .join(' · ')}
            </span>
            {canBrowse(one) &&
              one.parts.map(({ id, title }) => (
                <Button key={id} variant="link" onPress={() => showingInChat.ask({ import: one.id, chat: id })}>
                  {t('browseOf', { chat: title })}
                </Button>
              ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

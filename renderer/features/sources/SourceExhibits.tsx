import { useTranslation } from 'react-i18next';
import { type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { Button } from '#ui/Button.tsx';
import styles from './SourceView.module.css';

const most = 100;

interface SourceExhibitsProps {
  readonly source: Id;
  readonly exhibits: readonly Exhibit[];
}

/** What comes from a source: the first hundred here, all of them in the evidence view. */
export function SourceExhibits({ source, exhibits }: SourceExhibitsProps) {
  const { t } = useTranslation('sources');
  const { open, openBeside, openEvidence } = useWorkbench();
  return (
    <section className={styles.exhibits}>
      <header className={styles.sectionHead}>
        <h2>{t('exhibits', { count: exhibits.length })}</h2>
        {exhibits.length > 0 && (
          <Button variant="quiet" onPress={() => openEvidence({ source })}>
            {t('showInEvidence')}
          </Button>
        )}
      </header>
      {exhibits.length === 0 && <p className={styles.hint}>{t('noExhibits')}</p>}
      <ul>
        {exhibits.slice(0, most).map((exhibit) => (
          <li key={exhibit.id}>
            <button
              type="button"
              className={styles.exhibit}
              onClick={(event) => {
                const target = { table: 'exhibits' as const, id: exhibit.id };
                if (event.ctrlKey || event.metaKey) open(target);
                else openBeside(target);
              }}
            >
              <span className={styles.label}>{exhibit.label}</span>
              <span dir="auto" className={styles.title}>
                {titleOf(exhibit) || t('unnamed')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { citationMark } from '#domain/note/walk.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import styles from './Backlinks.module.css';
import { useBacklinks } from './use-backlinks.ts';

/** Where in the notes a record is cited, sentence by sentence; each opens its note. Draws nothing where it is not cited. */
export function Backlinks({ record }: { readonly record: Id }) {
  const { t } = useTranslation('notes');
  const links = useBacklinks(record);
  const { open } = useWorkbench();
  if (!links || links.length === 0) return null;
  return (
    <div className={styles.backlinks}>
      {links.map(({ note, sentences }) => (
        <div key={note.id} className={styles.note}>
          <button
            type="button"
            className={styles.title}
            dir="auto"
            onClick={() => open({ table: 'notes', id: note.id })}
          >
            {note.title || t('untitled')}
          </button>
          {sentences.map((sentence) => {
            const words = sentence
              .replaceAll(citationMark, '')
              .replace(/\s+([.,;:!?])/gu, '$1')
              .trim();
            return words === '' ? null : (
              <p key={sentence} className={styles.sentence} dir="auto">
                {words}
              </p>
            );
          })}
        </div>
      ))}
    </div>
  );
}

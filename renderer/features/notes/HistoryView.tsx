import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareDocuments } from '#domain/note/compare.ts';
import { type NoteDocument, noteDocumentSchema } from '#domain/note/document.ts';
import type { Note, Revision } from '#domain/note.ts';
import { revisionsOf } from '#store/note-texts.ts';
import { useOpenCase, useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { showToast } from '#ui/toasts.tsx';
import { ComparedText } from './ComparedText.tsx';
import styles from './HistoryView.module.css';
import type { NoteWriting } from './note-writing.ts';

export interface HistoryViewProps {
  readonly note: Note;
  /** What keeps the note's text, or null where it is only read. */
  readonly writing: NoteWriting | null;
  readonly onClose: () => void;
}

/** The revisions of a note: each can be read, compared with the text as it is now, and brought back. */
export function HistoryView({ note, writing, onClose }: HistoryViewProps) {
  const { t, i18n } = useTranslation('notes');
  const opened = useOpenCase();
  const people = useTable('people');
  const [revisions, setRevisions] = useState<Revision[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [compares, setCompares] = useState(true);

  useEffect(() => {
    let left = false;
    void (writing ? writing.finish() : Promise.resolve())
      .then(() => revisionsOf(note.id))
      .then((found) => {
        if (!left) setRevisions(found.toReversed());
      });
    return () => {
      left = true;
    };
  }, [note.id, writing]);

  const now = revisions?.find((one) => one.hash === opened.state.notes.get(note.id)?.revision) ?? revisions?.[0];
  const shown = revisions?.find((one) => one.hash === chosen) ?? now;
  const texts = useMemo(() => {
    const [before, after] = [readable(shown), readable(now)];
    return before && after ? { before, after } : null;
  }, [shown, now]);
  const changes = useMemo(
    () => texts && compareDocuments(texts.before, compares ? texts.after : texts.before),
    [texts, compares],
  );
  const when = (at: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at));
  const who = (by: string) => people.get(by)?.initials || people.get(by)?.name || t('nobody');

  const bringBack = async () => {
    if (!writing || !texts || !now || !shown) return;
    const { before, after } = texts;
    await writing.replace(before);
    const kept = writing.document;
    onClose();
    showToast({
      text: t('brought-back', { when: when(shown.at) }),
      action: { label: t('undo'), run: () => writing.replace(after) },
      // Subtle: once something was written into it, taking the whole text back would take that along.
      until: (over) => {
        void writing.closed.then(over);
        return writing.subscribe(() => {
          if (writing.saving !== 'saved' || writing.document !== kept) over();
        });
      },
    });
  };

  return (
    <section className={styles.history} aria-label={t('history')}>
      <div className={styles.head}>
        <h1 className={styles.title} dir="auto">
          {t('history-of', { title: note.title || t('untitled') })}
        </h1>
        <Button onPress={onClose} autoFocus>
          {t('back-to-note')}
        </Button>
      </div>
      <div className={styles.body}>
        <ol className={styles.list} aria-label={t('revisions')}>
          {revisions?.map((one) => (
            <li key={one.hash}>
              <button
                type="button"
                className={styles.revision}
                aria-current={one.hash === shown?.hash ? 'true' : undefined}
                onClick={() => setChosen(one.hash)}
              >
                <span>{when(one.at)}</span>
                <span className={styles.who}>
                  {who(one.by)}
                  {one.hash === now?.hash && ` · ${t('current')}`}
                </span>
              </button>
            </li>
          ))}
        </ol>
        <div className={styles.text}>
          <div className={styles.acts}>
            <Checkbox isSelected={compares} onChange={setCompares}>
              {t('compare')}
            </Checkbox>
            {writing && shown && shown.hash !== now?.hash && (
              <Button variant="primary" onPress={() => void bringBack()}>
                {t('bring-back')}
              </Button>
            )}
          </div>
          {changes ? <ComparedText changes={changes} /> : revisions && <p>{t('unreadable')}</p>}
        </div>
      </div>
    </section>
  );
}

function readable(revision: Revision | undefined): NoteDocument | null {
  const read = noteDocumentSchema.safeParse(revision?.document);
  return read.success ? read.data : null;
}

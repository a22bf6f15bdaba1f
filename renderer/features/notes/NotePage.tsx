import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '#desktop/desktop.ts';
import type { Id } from '#domain/id.ts';
import { countNote } from '#domain/note/walk.ts';
import type { Note } from '#domain/note.ts';
import { stampTime } from '#domain/stamp.ts';
import { StatusLine } from '#features/cases/StatusLine.tsx';
import { useTable } from '#store/use-case.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { type Command, useCommands } from '#ui/command.ts';
import { showToast } from '#ui/toasts.tsx';
import { NoteEditor } from './editor/NoteEditor.tsx';
import { HistoryView } from './HistoryView.tsx';
import styles from './NotePage.module.css';
import { finishNotes, type NoteWriting } from './note-writing.ts';
import { derivedFrom } from './revise.ts';
import { useNote, useSaving } from './use-note.ts';
import { useTrashNote } from './use-note-acts.ts';
import { useTitle } from './use-title.ts';

/** One note in full: its title, its text, and how it stands. */
export function NotePage({ note }: { readonly note: Note }) {
  const { t } = useTranslation('notes');
  const open = useNote(note.id, () =>
    showToast({ text: t('left-unsaved', { title: note.title || t('untitled') }), tone: 'problem' }),
  );
  const [refused, setRefused] = useState(false);
  const [showsHistory, setShowsHistory] = useState(false);
  const onHistory = useCallback(() => setShowsHistory(true), []);
  const onRefused = useCallback(() => setRefused(true), []);
  const trash = useTrashNote(note.id);
  const commands = useMemo<Command[]>(
    () => [
      { id: 'note.history', label: t('history'), run: onHistory },
      { id: 'note.trash', label: t('trash-note'), run: () => trash(note) },
    ],
    [t, onHistory, trash, note],
  );
  useCommands(commands);
  useEffect(() => desktop.onBeforeClose(finishNotes), []);

  if (open.state === 'failed') throw open.error;
  if (open.state === 'loading') return <div aria-busy="true" className={styles.loading} />;
  if (open.state === 'unreadable' || refused) {
    const raw =
      open.state === 'unreadable'
        ? open.loaded.raw
        : JSON.stringify(open.state === 'writing' ? open.writing.text : open.loaded.document, null, 2);
    return (
      <Unreadable
        note={note}
        raw={raw}
        problem={open.state === 'unreadable' ? open.loaded.problem : t('changed-on-opening')}
      />
    );
  }
  const writing = open.state === 'writing' ? open.writing : null;
  if (showsHistory) {
    return <HistoryView note={note} writing={writing} onClose={() => setShowsHistory(false)} />;
  }
  return (
    <>
      {open.state === 'following' && (
        <p role="status" className={styles.banner}>
          {t('following')}
        </p>
      )}
      {open.state === 'writing' ? (
        <Written note={note} writing={open.writing} onHistory={onHistory} onRefused={onRefused} />
      ) : (
        <NoteEditor
          note={note.id}
          document={open.loaded.document}
          writing={null}
          onHistory={onHistory}
          onRefused={onRefused}
          head={<Head note={note} writing={null} />}
        />
      )}
    </>
  );
}

interface WrittenProps {
  readonly note: Note;
  readonly writing: NoteWriting;
  readonly onHistory: () => void;
  readonly onRefused: () => void;
}

function Written({ note, writing, onHistory, onRefused }: WrittenProps) {
  const texts = useSyncExternalStore(writing.subscribe, () => writing.texts);
  // Subtle: the editor begins with the text as it is then; what is saved later comes from the editor itself.
  const document = useMemo(() => ({ texts, text: writing.text }), [writing, texts]).text;
  return (
    <>
      <NoteEditor
        key={texts}
        note={note.id}
        document={document}
        writing={writing}
        onHistory={onHistory}
        onRefused={onRefused}
        head={<Head note={note} writing={writing} />}
      />
      <Status writing={writing} />
    </>
  );
}

function Head({ note, writing }: { readonly note: Note; readonly writing: NoteWriting | null }) {
  const { t } = useTranslation('notes');
  const title = useTitle(note);
  return (
    <header className={styles.head}>
      <h1 className="visually-hidden" dir="auto">
        {note.title || t('untitled')}
      </h1>
      <input
        className={styles.title}
        aria-label={t('title')}
        placeholder={t('untitled')}
        dir="auto"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: a note that has just been made waits for its title
        autoFocus={note.title === ''}
        readOnly={writing === null}
        value={title.value}
        onChange={(event) => title.set(event.target.value)}
        onBlur={title.keep}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          event.currentTarget
            .closest('header')
            ?.parentElement?.querySelector<HTMLElement>('[contenteditable]')
            ?.focus();
        }}
      />
      {title.failed && (
        <p role="alert" className={styles.wrong}>
          {t('title-not-kept')}
        </p>
      )}
      {writing ? <LiveSubtitle note={note} writing={writing} /> : <Subtitle note={note} cites={note.cites} />}
    </header>
  );
}

function LiveSubtitle({ note, writing }: { readonly note: Note; readonly writing: NoteWriting }) {
  const document = useSyncExternalStore(writing.subscribe, () => writing.document);
  const { cites } = useMemo(() => derivedFrom(document), [document]);
  return <Subtitle note={note} cites={cites} />;
}

/** Who wrote in it last and when, and what it cites. */
function Subtitle({ note, cites }: { readonly note: Note; readonly cites: readonly Id[] }) {
  const { t, i18n } = useTranslation('notes');
  const people = useTable('people');
  const exhibits = useTable('exhibits');
  const claims = useTable('claims');
  const stamps = [note.made.at, ...Object.values(note.stamps)].sort();
  const at = stampTime(stamps.at(-1) ?? note.made.at);
  const person = people.get(note.made.by);
  const who = person ? person.initials || person.name : '';
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  const exhibitCount = cites.filter((id) => exhibits.has(id)).length;
  const claimCount = cites.filter((id) => claims.has(id)).length;
  return (
    <p className={styles.subtitle}>
      {who === '' ? t('edited', { when }) : t('edited-by', { when, who })} ·{' '}
      {t('cites', {
        exhibits: t('exhibit-count', { count: exhibitCount }),
        claims: t('claim-count', { count: claimCount }),
      })}
    </p>
  );
}

function Status({ writing }: { readonly writing: NoteWriting }) {
  const { t } = useTranslation('notes');
  const saving = useSaving(writing);
  const document = useSyncExternalStore(writing.subscribe, () => writing.document);
  const counts = useMemo(() => countNote(document), [document]);
  return (
    <>
      <StatusLine>
        <span data-saving={typeof saving === 'string' ? saving : 'failed'}>
          {typeof saving === 'string' ? t(saving) : t('not-saved')}
        </span>
        <span>
          {t('word-count', { count: counts.words })} · {t('citation-count', { count: counts.citations })}
        </span>
      </StatusLine>
      {typeof saving !== 'string' && (
        <div className={styles.failed}>
          <ActionError
            what={t('not-saved')}
            kept={t('not-saved-kept')}
            advice={t('not-saved-advice')}
            error={saving.failed instanceof Error ? saving.failed : new Error(String(saving.failed))}
            detailsLabel={t('details')}
            copyLabel={t('copy-details')}
            copiedLabel={t('copied')}
            acts={[{ label: t('try-again'), run: () => void writing.save() }]}
          />
        </div>
      )}
    </>
  );
}

interface UnreadableProps {
  readonly note: Note;
  readonly raw: string;
  readonly problem: string;
}

/** A note whose text this version cannot take: shown as it lies, never written over. */
function Unreadable({ note, raw, problem }: UnreadableProps) {
  const { t } = useTranslation('notes');
  return (
    <section className={styles.unreadable} aria-label={note.title || t('untitled')}>
      <h1 className={styles.name}>{note.title || t('untitled')}</h1>
      <p role="alert">{t('unreadable')}</p>
      <p className={styles.subtitle}>{problem}</p>
      <Button onPress={() => void navigator.clipboard.writeText(raw)}>{t('copy-raw')}</Button>
      <textarea className={styles.raw} readOnly aria-label={t('raw')} value={raw} />
    </section>
  );
}

import { type KeyboardEvent, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '#desktop/desktop.ts';
import { kindNames } from '#domain/evidence/kinds.ts';
import { newId } from '#domain/id.ts';
import { fieldsDone } from '#features/cases/under-way.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { change } from '#store/change.ts';
import { keepUnsaved } from '#store/unsaved.ts';
import { useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { classes } from '#ui/classes.ts';
import { type Command, useCommands } from '#ui/command.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { showToast } from '#ui/toasts.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './AddExhibit.module.css';
import { AddFields } from './AddFields.tsx';
import { type Adding, adding } from './adding.ts';
import { type DraftWriting, heldIn, writeNext, writingIn } from './draft-writing.ts';
import { exhibitOf } from './exhibit-draft.ts';

/** The form for describing an exhibit by hand, and the commands that open it. Mount it once in a case. */
export function AddExhibit() {
  const { t } = useTranslation('evidence');
  const { id: caseId } = useOpenCase();
  const [writing, setWriting] = useState<DraftWriting | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const openFor = useCallback(
    async ({ kind, with: what }: Adding) => {
      // Subtle: what is at hand opens at once, so that no key typed after the one that opens is lost.
      const next = (what === undefined ? heldIn(caseId) : undefined) ?? (await writingIn(caseId));
      if (kind !== undefined) next.change({ ...next.draft, kind });
      setWriting(next);
      setIsOpen(true);
    },
    [caseId],
  );
  const answer = useCallback((how: Adding) => void openFor(how), [openFor]);
  adding.useAnswer(answer);
  const commands = useMemo<Command[]>(
    () => [
      { id: 'evidence.add', label: t('addExhibit'), keys: ['N'], run: () => void openFor({}) },
      ...kindNames.map((kind) => ({
        id: `evidence.add-${kind}`,
        label: t(`add-${kind}`),
        run: () => void openFor({ kind }),
      })),
    ],
    [t, openFor],
  );
  useCommands(commands);
  useEffect(() => void writingIn(caseId), [caseId]);
  useEffect(() => desktop.onBeforeClose(() => writing?.flush() ?? Promise.resolve()), [writing]);
  return (
    <Dialog
      title={t('addExhibit')}
      size="large"
      outside="stay"
      isOpen={isOpen && writing !== null}
      onClose={() => setIsOpen(false)}
    >
      {writing && <AddForm writing={writing} setWriting={setWriting} onClose={() => setIsOpen(false)} />}
    </Dialog>
  );
}

interface AddFormProps {
  readonly writing: DraftWriting;
  readonly setWriting: (writing: DraftWriting) => void;
  readonly onClose: () => void;
}

function AddForm({ writing, setWriting, onClose }: AddFormProps) {
  const { t } = useTranslation('evidence');
  const { id: caseId } = useOpenCase();
  const { openBeside } = useWorkbench();
  const draft = useSyncExternalStore(writing.subscribe, () => writing.draft);
  const setDraft = writing.change;
  const [refused, setRefused] = useState(false);
  const [save, { busy, error }] = useAction(async (_tools, then: 'close' | 'next') => {
    await fieldsDone();
    const typed = writing.draft;
    const fields = exhibitOf(typed);
    setRefused(fields === null);
    if (!fields) return;
    const made = await change(caseId, 'exhibit.make', (c) => c.make('exhibits', fields));
    const kept = then === 'next' ? { kind: typed.kind, source: typed.source, tags: typed.tags } : { kind: typed.kind };
    setWriting(await writeNext(caseId, writing, kept));
    showUndoToast(caseId, t('made', { label: made.label }), t('undo'));
    if (then === 'next') return;
    openBeside({ table: 'exhibits', id: made.id });
    onClose();
  });
  const [discard] = useAction(async () => {
    setWriting(await writeNext(caseId, writing, { kind: draft.kind }));
    setRefused(false);
    const bringBack = async () => {
      await keepUnsaved({ id: newId(), case: caseId, fields: draft, at: Date.now() });
      adding.ask({ with: 'left' });
    };
    showToast({ text: t('discarded'), action: { label: t('undo'), run: () => void bringBack() } });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const kind = kindNames[Number(event.key) - 1];
    if (kind && (event.altKey || !isText(event.target)) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      setDraft({ ...draft, kind });
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || savesOnEnter(event.target))) {
      event.preventDefault();
      event.stopPropagation();
      void save(event.shiftKey ? 'next' : 'close');
    }
  };

  return (
    <div role="presentation" className={styles.form} onKeyDownCapture={onKeyDown}>
      <AddFields key={writing.id} draft={draft} setDraft={setDraft} />
      {refused && (
        <p role="alert" className={styles.refused}>
          {t('momentUnread')}
        </p>
      )}
      {error && <p role="alert">{t('notKept')}</p>}
      <div className={styles.foot}>
        {writing.isTouched && (
          <Button variant="quiet" isDisabled={busy} onPress={() => void discard()}>
            {t('discard')}
          </Button>
        )}
        <Kept writing={writing} />
        <Button keys="Mod+Shift+Enter" isDisabled={busy} onPress={() => void save('next')}>
          {t('saveAndNext')}
        </Button>
        <Button variant="primary" keys="Mod+Enter" isDisabled={busy} onPress={() => void save('close')}>
          {t('save')}
        </Button>
      </div>
    </div>
  );
}

/** Says where what is typed lies, and since when it waits. */
function Kept({ writing }: { readonly writing: DraftWriting }) {
  const { t, i18n } = useTranslation('evidence');
  const failed = useSyncExternalStore(writing.subscribe, () => writing.failed);
  if (failed) {
    return (
      <span role="alert" className={classes(styles.space, styles.refused)}>
        {t('draftNotKept')}
      </span>
    );
  }
  const left = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <span className={styles.space}>
      {writing.leftAt === undefined ? t('draftHint') : t('takenUp', { when: left.format(writing.leftAt) })}
    </span>
  );
}

function isText(target: EventTarget): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** Says whether Enter in a field means to save: in a line of text, but not while a list of choices is open under it. */
function savesOnEnter(target: EventTarget): boolean {
  return (
    target instanceof HTMLInputElement &&
    target.type !== 'checkbox' &&
    target.type !== 'radio' &&
    target.getAttribute('aria-expanded') !== 'true' &&
    target.getAttribute('role') !== 'combobox'
  );
}

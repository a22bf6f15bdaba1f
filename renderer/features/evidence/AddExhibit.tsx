import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KindName, kindNames } from '#domain/evidence/kinds.ts';
import type { Id } from '#domain/id.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { change } from '#store/change.ts';
import { useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { type Command, useCommands } from '#ui/command.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './AddExhibit.module.css';
import { AddFields } from './AddFields.tsx';
import { adding } from './adding.ts';
import { type ExhibitDraft, emptyDraft, exhibitOf, isTouched } from './exhibit-draft.ts';

/** Drafts by case: what was typed stays until it is saved or discarded, whatever closes the form. */
const drafts = new Map<Id, ExhibitDraft>();

/** The form for describing an exhibit by hand, and the commands that open it. Mount it once in a case. */
export function AddExhibit() {
  const { t } = useTranslation('evidence');
  const { id: caseId } = useOpenCase();
  const [isOpen, setIsOpen] = useState(false);
  const [draft, setShown] = useState(() => drafts.get(caseId) ?? emptyDraft());
  const setDraft = useCallback(
    (next: ExhibitDraft) => {
      drafts.set(caseId, next);
      setShown(next);
    },
    [caseId],
  );
  const openFor = useCallback(
    ({ kind }: { kind?: KindName | undefined }) => {
      const kept = drafts.get(caseId) ?? emptyDraft();
      setDraft(kind === undefined ? kept : { ...kept, kind });
      setIsOpen(true);
    },
    [caseId, setDraft],
  );
  adding.useAnswer(openFor);
  const commands = useMemo<Command[]>(
    () => [
      { id: 'evidence.add', label: t('addExhibit'), keys: ['N'], run: () => openFor({}) },
      ...kindNames.map((kind) => ({
        id: `evidence.add-${kind}`,
        label: t(`add-${kind}`),
        run: () => openFor({ kind }),
      })),
    ],
    [t, openFor],
  );
  useCommands(commands);
  return (
    <Dialog title={t('addExhibit')} size="large" outside="stay" isOpen={isOpen} onClose={() => setIsOpen(false)}>
      <AddForm draft={draft} setDraft={setDraft} onClose={() => setIsOpen(false)} />
    </Dialog>
  );
}

interface AddFormProps {
  readonly draft: ExhibitDraft;
  readonly setDraft: (draft: ExhibitDraft) => void;
  readonly onClose: () => void;
}

function AddForm({ draft, setDraft, onClose }: AddFormProps) {
  const { t } = useTranslation('evidence');
  const { id: caseId } = useOpenCase();
  const { openBeside } = useWorkbench();
  const form = useRef<HTMLDivElement>(null);
  const [turn, setTurn] = useState(0);
  const [refused, setRefused] = useState(false);
  const [save, { busy, error }] = useAction(async (_tools, then: 'close' | 'next') => {
    const fields = exhibitOf(draft);
    setRefused(fields === null);
    if (!fields) return;
    const made = await change(caseId, 'exhibit.make', (c) => c.make('exhibits', fields));
    setDraft(
      emptyDraft(then === 'next' ? { kind: draft.kind, source: draft.source, tags: draft.tags } : { kind: draft.kind }),
    );
    showUndoToast(caseId, t('made', { label: made.label }), t('undo'));
    setTurn((now) => now + 1);
    if (then === 'next') return;
    openBeside({ table: 'exhibits', id: made.id });
    onClose();
  });
  const discard = () => {
    setDraft(emptyDraft({ kind: draft.kind }));
    setTurn((now) => now + 1);
    setRefused(false);
  };

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
    <div ref={form} role="presentation" className={styles.form} onKeyDownCapture={onKeyDown}>
      <AddFields key={turn} draft={draft} setDraft={setDraft} />
      {refused && (
        <p role="alert" className={styles.refused}>
          {t('momentUnread')}
        </p>
      )}
      {error && <p role="alert">{t('notKept')}</p>}
      <div className={styles.foot}>
        {isTouched(draft) && (
          <Button variant="quiet" onPress={discard}>
            {t('discard')}
          </Button>
        )}
        <span className={styles.space}>{t('draftHint')}</span>
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

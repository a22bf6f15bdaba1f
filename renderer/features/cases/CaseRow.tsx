import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case } from '#domain/case.ts';
import { stampTime } from '#domain/stamp.ts';
import { change } from '#store/change.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu } from '#ui/Menu.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './StartScreen.module.css';
import { showUndoToast } from './undo-toast.ts';

interface CaseRowProps {
  readonly record: Case;
  /** Stamp of its last change. */
  readonly changed: string;
  /** How many entries its journal has. */
  readonly entries: number;
  readonly onOpen: () => void;
}

/** A case on the start screen: pressing it opens it; it can be renamed and thrown away from here. */
export function CaseRow({ record, changed, entries, onOpen }: CaseRowProps) {
  const { t, i18n } = useTranslation('cases');
  const [renaming, setRenaming] = useState(false);
  const { id, title } = record;
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const [trash] = useAction(async () => {
    await change(id, 'case.trash', (c) => c.trash('cases', id));
    showUndoToast(id, t('caseTrashed', { title }), t('undo'));
  });
  return (
    <li className={styles.case}>
      <button type="button" className={styles.open} onClick={onOpen}>
        <span className={styles.name} dir="auto" title={title}>
          {title}
        </span>
        <span className={styles.meta}>
          {t('changed', { when: when.format(stampTime(changed)) })} · {t('entries', { count: entries })}
        </span>
      </button>
      <Menu
        label={t('actsOn', { title })}
        placement="bottom end"
        trigger={<IconButton label={t('actsOn', { title })}>⋯</IconButton>}
        groups={[
          {
            id: 'acts',
            acts: [
              { id: 'rename', label: t('rename'), run: () => setRenaming(true) },
              { id: 'trash', label: t('trashCase'), run: () => void trash() },
            ],
          },
        ]}
      />
      <Dialog title={t('renameCase')} size="small" isOpen={renaming} onClose={() => setRenaming(false)}>
        <RenameForm record={record} onDone={() => setRenaming(false)} />
      </Dialog>
    </li>
  );
}

function RenameForm({ record: { id, title }, onDone }: { readonly record: Case; readonly onDone: () => void }) {
  const { t } = useTranslation('cases');
  const [text, setText] = useState(title);
  const [rename, { busy, error }] = useAction(async () => {
    await change(id, 'case.edit', (c) => c.edit('cases', id, (now) => ({ ...now, title: text.trim() })));
    showUndoToast(id, t('renamed', { title: text.trim() }), t('undo'));
    onDone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === title) onDone();
    else if (text.trim() !== '') void rename();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField autoFocus label={t('title')} value={text} onChange={setText} isRequired />
      {error && <p role="alert">{t('notKept')}</p>}
      <div className={styles.acts}>
        <Button variant="primary" type="submit" isDisabled={text.trim() === '' || busy}>
          {t('rename')}
        </Button>
        <Button onPress={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

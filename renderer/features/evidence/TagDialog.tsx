import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { TagPicker } from '#features/tags/TagPicker.tsx';
import { useOpenCase } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useAction } from '#ui/use-action.ts';
import { retagExhibits } from './exhibit-acts.ts';
import styles from './TagDialog.module.css';

interface TagDialogProps {
  /** The exhibits to tag; null while the dialog is closed. */
  readonly exhibits: readonly Id[] | null;
  readonly onClose: () => void;
}

/** The tags that some exhibits have in common, to be added to and taken from in one change. */
export function TagDialog({ exhibits, onClose }: TagDialogProps) {
  const { t } = useTranslation('evidence');
  return (
    <Dialog
      title={t('tagTitle', { count: exhibits?.length ?? 0 })}
      size="small"
      isOpen={exhibits !== null}
      onClose={onClose}
    >
      {exhibits && <TagForm exhibits={exhibits} onClose={onClose} />}
    </Dialog>
  );
}

function TagForm({ exhibits, onClose }: { readonly exhibits: readonly Id[]; readonly onClose: () => void }) {
  const { t } = useTranslation('evidence');
  const opened = useOpenCase();
  const [common] = useState(() => commonTags(exhibits.map((id) => opened.state.exhibits.get(id)?.tags ?? [])));
  const [tags, setTags] = useState<readonly Id[]>(common);
  const [save, { busy, error }] = useAction(async () => {
    const on = tags.filter((id) => !common.includes(id));
    const off = common.filter((id) => !tags.includes(id));
    if (on.length + off.length > 0) {
      await retagExhibits(opened.id, exhibits, on, off);
      showUndoToast(opened.id, t('taggedCount', { count: exhibits.length }), t('undo'));
    }
    onClose();
  });
  return (
    <div
      onKeyDownCapture={(event) => {
        const empty = event.target instanceof HTMLInputElement && event.target.value === '';
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey || empty)) return;
        if (event.target instanceof HTMLInputElement && event.target.getAttribute('aria-activedescendant')) return;
        event.preventDefault();
        event.stopPropagation();
        void save();
      }}
    >
      <TagPicker autoFocus label={t('tags')} value={tags} onChange={setTags} />
      {error && <p role="alert">{t('notKept')}</p>}
      <p className={styles.acts}>
        <Button variant="primary" isDisabled={busy} keys="Mod+Enter" onPress={() => void save()}>
          {t('apply')}
        </Button>
      </p>
    </div>
  );
}

function commonTags(each: readonly (readonly Id[])[]): Id[] {
  const [first = [], ...rest] = each;
  return first.filter((id) => rest.every((tags) => tags.includes(id)));
}

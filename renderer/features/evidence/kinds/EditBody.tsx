import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Bodies, KindName } from '#domain/evidence/kinds.ts';
import { sameJson } from '#domain/json.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './EditBody.module.css';
import type { KindFormProps } from './kind-props.ts';
import { useBodyEdit } from './use-body-edit.ts';

export interface EditBodyProps<K extends KindName> {
  readonly exhibit: Exhibit<K>;
  readonly Form: ComponentType<KindFormProps<K>>;
}

/** Opens the form of a kind where the exhibit is read. Done writes what was changed as one change; Escape leaves it as it was. */
export function EditBody<K extends KindName>({ exhibit, Form }: EditBodyProps<K>) {
  const { t } = useTranslation('kinds');
  const [draft, setDraft] = useState<{ base: Bodies[K]; next: Bodies[K] } | null>(null);
  const edit = useBodyEdit(exhibit);
  const [keep, { busy, error }] = useAction(async () => {
    if (!draft) return;
    const { base, next } = draft;
    await edit('exhibit.edit', (now) => Object.assign({}, now, touched(base, next)));
    setDraft(null);
  });
  if (!draft) {
    return (
      <div className={styles.closed}>
        <Button variant="quiet" onPress={() => setDraft({ base: exhibit.body, next: exhibit.body })}>
          {t('editDetails')}
        </Button>
      </div>
    );
  }
  return (
    <form
      aria-label={t('editDetails')}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        setDraft(null);
      }}
    >
      <Form exhibit={exhibit} body={draft.next} onChange={(next) => setDraft({ ...draft, next })} />
      {error && (
        <ActionError
          what={t('notKept')}
          error={error}
          detailsLabel={t('details')}
          copyLabel={t('copyDetails')}
          copiedLabel={t('copied')}
        />
      )}
      <div className={styles.acts}>
        <Button onPress={() => setDraft(null)}>{t('cancel')}</Button>
        <Button variant="primary" type="submit" isDisabled={busy}>
          {t('done')}
        </Button>
      </div>
    </form>
  );
}

/** The fields that were changed, by name: what was emptied stands there as undefined. What was not touched stays as it is by then. */
function touched(base: object, next: object): Record<string, unknown> {
  const before = new Map(Object.entries(base));
  return Object.fromEntries(Object.entries(next).filter(([name, value]) => !sameJson(before.get(name), value)));
}

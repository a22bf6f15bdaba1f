import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#domain/id.ts';
import type { Mapping } from '#domain/intake/table/mapping.ts';
import { dropMapping, keepMapping } from '#store/mappings.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { TextField } from '#ui/TextField.tsx';
import { showToast } from '#ui/toasts.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './TableDialog.module.css';
import { type NamedMapping, useSavedMappings } from './use-saved-mappings.ts';

export interface SavedMappingsProps {
  readonly names: readonly string[];
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
}

/** The mappings kept on this device for tables of the same columns, to use or delete; and a name to keep this one under. */
export function SavedMappings({ names, mapping, onMapping }: SavedMappingsProps) {
  const { t } = useTranslation('table');
  const fitting = useSavedMappings(names);
  const [name, setName] = useState('');
  const [keep] = useAction(async () => {
    const same = fitting.find(({ saved }) => saved.name === name.trim());
    const id = same?.saved.id ?? newId();
    await keepMapping({ id, name: name.trim(), columns: [...names], mapping, at: Date.now() });
    setName('');
  });
  const [drop] = useAction(async (_tools, { saved }: NamedMapping) => {
    await dropMapping(saved.id);
    showToast({
      text: t('dropped', { name: saved.name }),
      action: { label: t('undo'), run: () => keepMapping(saved) },
    });
  });
  return (
    <div className={styles.saved}>
      {fitting.length > 0 && (
        <ul className={styles.fitting} aria-label={t('fitting')}>
          <li className={styles.quiet}>{t('fitting')}</li>
          {fitting.map((one) => (
            <li key={one.saved.id}>
              <Button onPress={() => onMapping(one.mapping)}>{one.saved.name}</Button>
              <IconButton label={t('drop', { name: one.saved.name })} onPress={() => void drop(one)}>
                ×
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.keep}
        onSubmit={(event) => {
          event.preventDefault();
          // Subtle: events go up the tree of components, where the preview is a form of its own.
          event.stopPropagation();
          if (name.trim() !== '') void keep();
        }}
      >
        <TextField
          aria-label={t('keepName')}
          placeholder={t('keepName')}
          value={name}
          onChange={setName}
          maxLength={60}
        />
        <Button type="submit" isDisabled={name.trim() === ''}>
          {t('keep')}
        </Button>
      </form>
    </div>
  );
}

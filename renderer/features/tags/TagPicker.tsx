import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { alive, useOpenCase, useTable } from '#store/use-case.ts';
import { TagField } from '#ui/TagField.tsx';
import { useAction } from '#ui/use-action.ts';
import { makeTag } from './change-tags.ts';

export interface TagPickerProps {
  readonly label: string;
  readonly value: readonly Id[];
  readonly onChange: (tags: readonly Id[]) => void;
  readonly autoFocus?: boolean;
}

/** Tags, typed with completion; one that is not there yet is made. Tags in the trash are kept in `value` but not shown. */
export function TagPicker({ label, value, onChange, autoFocus = false }: TagPickerProps) {
  const { t } = useTranslation('tags');
  const opened = useOpenCase();
  const tags = useTable('tags');
  const items = useMemo(
    () =>
      alive(tags)
        .map(({ id, path, colour }) => ({ id, label: path, colour }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [tags],
  );
  const [create, { error }] = useAction(async (_tools, typed: string) => {
    const id = await makeTag(opened.id, opened.state.tags, typed);
    if (!value.includes(id)) onChange([...value, id]);
  });
  return (
    <TagField
      label={label}
      items={items}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      placeholder={t('addPlaceholder')}
      create={{ label: (text) => t('create', { text }), onCreate: (text) => void create(text) }}
      {...(error && { error: error.code === 'tag-name-empty' ? t('needsWord') : t('notKept') })}
    />
  );
}

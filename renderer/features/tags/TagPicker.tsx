import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { beforeSaving } from '#features/cases/under-way.ts';
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
  // Subtle: while the tag is being made the person types on; it is added to what stands there then.
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  });
  const [create, { error }] = useAction(async (_tools, typed: string) => {
    const make = async () => {
      const id = await makeTag(opened.id, opened.state.tags, typed);
      const now = latest.current;
      if (!now.value.includes(id)) now.onChange([...now.value, id]);
    };
    await beforeSaving(make());
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

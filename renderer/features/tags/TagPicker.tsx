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
  const typed = useRef<string[]>([]);
  const makeTyped = async () => {
    const failures: unknown[] = [];
    for (let words = typed.current.shift(); words !== undefined; words = typed.current.shift()) {
      try {
        const id = await makeTag(opened.id, opened.state.tags, words);
        const now = latest.current;
        if (now.value.includes(id)) continue;
        latest.current = { ...now, value: [...now.value, id] };
        now.onChange(latest.current.value);
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw failures[0];
  };
  const [make, { error }] = useAction(() => beforeSaving(makeTyped()));
  return (
    <TagField
      label={label}
      items={items}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      placeholder={t('addPlaceholder')}
      create={{
        label: (text) => t('create', { text }),
        onCreate: (text) => {
          typed.current.push(text);
          void make();
        },
      }}
      {...(error && { error: error.code === 'tag-name-empty' ? t('needsWord') : t('notKept') })}
    />
  );
}

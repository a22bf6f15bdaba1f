import { useTranslation } from 'react-i18next';
import { tagPath } from '#domain/tag.ts';
import { change } from '#store/change.ts';
import { useAlive, useOpenCase } from '#store/use-case.ts';
import { TagField } from '#ui/TagField.tsx';
import { useAction } from '#ui/use-action.ts';

export interface ShotTagsProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** The tags of a part of an exhibit: a line of a shot list, a region of a picture. A new tag is made at once. */
export function ShotTags({ label, value, onChange }: ShotTagsProps) {
  const { t } = useTranslation('kinds');
  const { id: caseId } = useOpenCase();
  const tags = useAlive('tags');
  const [make] = useAction(async (_, text: string) => {
    const path = tagPath(text);
    if (path === null) return;
    const tag = await change(caseId, 'tag.make', (c) => c.make('tags', { path, colour: 'none' }));
    onChange([...value, tag.id]);
  });
  return (
    <TagField
      label={label}
      items={tags.map(({ id, path, colour }) => ({ id, label: path, colour }))}
      value={value}
      onChange={(ids) => onChange([...ids])}
      create={{ label: (text) => t('makeTag', { text }), onCreate: (text) => void make(text) }}
    />
  );
}

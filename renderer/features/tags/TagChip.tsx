import type { Id } from '#domain/id.ts';
import { useRecord } from '#store/use-case.ts';
import { Chip } from '#ui/Chip.tsx';
import { Swatch } from '#ui/Swatch.tsx';

/** A tag in a few words with its colour; nothing when it is in the trash. */
export function TagChip({ id, onPress }: { readonly id: Id; readonly onPress?: (() => void) | undefined }) {
  const tag = useRecord('tags', id);
  if (!tag || tag.gone !== undefined) return null;
  return (
    <Chip onPress={onPress}>
      {tag.colour !== 'none' && <Swatch colour={tag.colour} />}
      <span dir="auto">{tag.path}</span>
    </Chip>
  );
}

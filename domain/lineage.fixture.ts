import type { Derivation } from './derivation.ts';
import { type Exhibit, emptyExhibit } from './evidence/exhibit.ts';
import { grouping } from './group-by.ts';
import type { Id } from './id.ts';
import type { Lineage } from './origins.ts';

export const made = { at: '2024-07-28T10:00:00.000Z-0000-a', by: 'p', device: 'd' };

/** A case of exhibits, told as `post: source` or `repeat <- post` (`<- source x`, `<- outside words`). */
export function lineage(...lines: string[]): Lineage {
  const exhibits = new Map<Id, Exhibit>();
  const derivations = new Map<Id, Derivation>();
  const exhibit = (id: Id, source?: Id) => {
    const before = exhibits.get(id);
    exhibits.set(id, {
      ...emptyExhibit('document'),
      id,
      case: 'c',
      made,
      stamps: {},
      label: id,
      source: source ?? before?.source,
    });
  };
  for (const line of lines) {
    const [what = '', of] = line.split(' <- ');
    if (of === undefined) {
      const [id = '', source] = what.split(': ');
      exhibit(id, source);
      continue;
    }
    exhibit(what);
    const [type, ...words] = of.split(' ');
    const end: Derivation['of'] =
      type === 'source'
        ? { type, id: words.join(' ') }
        : type === 'outside'
          ? { type, words: words.join(' ') }
          : { type: 'exhibit', id: of };
    derivations.set(line, {
      id: line,
      case: 'c',
      made,
      stamps: {},
      what,
      of: end,
      how: 'forward',
      basis: 'stated',
      because: '',
    });
  }
  return { exhibits, derivations: grouping<Derivation>((d) => d.what)(derivations) };
}

import { describes, type Exhibit } from '#domain/evidence/exhibit.ts';
import { firstWords, type Kind } from '#domain/evidence/kind.ts';
import type { Bodies, KindName } from '#domain/evidence/kinds.ts';

/** The first words of what an exhibit holds, for a list, with their language where it is known; null when it holds none. */
export function exhibitWords<K extends KindName>(
  exhibit: Exhibit<K>,
  most = 200,
): { text: string; language?: string | undefined } | null {
  if (exhibit.description !== '') return { text: firstWords(exhibit.description, most) };
  const kind: Kind<K, Bodies[K]> = describes(exhibit.kind);
  const first = kind.texts(exhibit.body).find(({ text }) => text.trim() !== '');
  return first ? { text: firstWords(first.text, most), language: first.language ?? exhibit.language } : null;
}

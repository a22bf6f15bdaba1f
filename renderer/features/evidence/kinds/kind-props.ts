import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Bodies, KindName } from '#domain/evidence/kinds.ts';
import type { Excerpt } from '#domain/excerpt.ts';

/** What the form of a kind gets: the body to fill in; every change gives the whole next body. */
export interface KindFormProps<K extends KindName> {
  readonly body: Bodies[K];
  readonly onChange: (next: Bodies[K]) => void;
  /** The exhibit whose body it is; absent while a new one is being made. */
  readonly exhibit?: Exhibit<K> | undefined;
}

/** What the view of a kind gets: the exhibit, and the part of it to show first. */
export interface KindViewProps<K extends KindName> {
  readonly exhibit: Exhibit<K>;
  readonly excerpt?: Excerpt | undefined;
}

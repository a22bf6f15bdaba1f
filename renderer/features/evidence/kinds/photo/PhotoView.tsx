import type { KindViewProps } from '#features/evidence/kinds/kind-props.ts';

/** A photo to look at. */
export function PhotoView({ exhibit }: KindViewProps<'photo'>) {
  return <p dir="auto">{exhibit.body.caption}</p>;
}

import type { KindViewProps } from '#features/evidence/kinds/kind-props.ts';

/** A text to read, word for word. */
export function DocumentView({ exhibit }: KindViewProps<'document'>) {
  return (
    <p dir="auto" lang={exhibit.body.language}>
      {exhibit.body.verbatim}
    </p>
  );
}

import type { KindViewProps } from '#features/evidence/kinds/kind-props.ts';
import { RunsText } from './RunsText.tsx';

/** A post to read, word for word and with its formatting. */
export function TelegramView({ exhibit }: KindViewProps<'telegram'>) {
  return (
    <p dir="auto" lang={exhibit.body.language}>
      <RunsText runs={exhibit.body.text} />
    </p>
  );
}

import type { Run } from '#domain/evidence/kinds/telegram.ts';
import styles from './RunsText.module.css';

/** A post's text with its formatting. Links are shown as text with their address in words, and lead nowhere by themselves. */
export function RunsText({ runs }: { readonly runs: readonly Run[] }) {
  return placed(runs).map(({ at, run }) => <RunText key={at} run={run} />);
}

/** Each run with where it begins in the text, which tells it apart from the others. */
function placed(runs: readonly Run[]): { at: number; run: Run }[] {
  let at = 0;
  return runs.map((run) => {
    const begins = at;
    at += run.text.length;
    return { at: begins, run };
  });
}

function RunText({ run }: { readonly run: Run }) {
  switch (run.kind) {
    case 'bold':
      return <strong>{run.text}</strong>;
    case 'italic':
      return <em>{run.text}</em>;
    case 'underline':
      return <u>{run.text}</u>;
    case 'strikethrough':
      return <s>{run.text}</s>;
    case 'code':
    case 'pre':
      return <code>{run.text}</code>;
    case 'blockquote':
      return <q className={styles.quote}>{run.text}</q>;
    case 'spoiler':
      return <span className={styles.spoiler}>{run.text}</span>;
    case 'text_link':
    case 'link':
      return (
        <span className={styles.link} title={run.href ?? run.text}>
          {run.text}
        </span>
      );
    case 'mention':
    case 'hashtag':
    case 'cashtag':
    case 'bot_command':
    case 'email':
    case 'phone':
      return <span className={styles.named}>{run.text}</span>;
    default:
      return run.text;
  }
}

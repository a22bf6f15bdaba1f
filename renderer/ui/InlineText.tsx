import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { classes } from './classes.ts';
import styles from './InlineText.module.css';
import { useAction } from './use-action.ts';

export interface InlineTextProps {
  /** What the text is, in words; not drawn. */
  readonly label: string;
  readonly value: string;
  /** What stands in the field while nobody is in it, where that reads better than the text that is typed. */
  readonly shown?: string | undefined;
  /** Keeps what was typed: on Enter, on leaving the field, and when the view goes away. Escape brings the kept text back. */
  readonly onCommit: (text: string) => Promise<void>;
  /** What to say when it could not be kept; what was typed stays in the field. */
  readonly failed: string;
  readonly look?: 'title' | 'heading' | 'plain' | 'mono';
  /** Makes it a field of several lines, where Enter breaks the line and Ctrl-Enter keeps. A title is one line, wrapped where it is long. */
  readonly rows?: number;
  readonly placeholder?: string;
  readonly lang?: string | undefined;
  /** Says what is wrong with a text before it is kept; a text that is wrong is not kept. */
  readonly check?: (text: string) => string | undefined;
  /** Says how a text is understood, below the field while it is typed. */
  readonly reading?: (text: string) => string | undefined;
}

/** A text that is edited where it stands: it looks like text until it is pointed at or focused. */
export function InlineText(props: InlineTextProps) {
  const { label, value, shown, onCommit, failed, look = 'plain', rows, placeholder, lang, check, reading } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [isFocused, setIsFocused] = useState(false);
  const [keep, { error }] = useAction(async (_tools, text: string) => {
    await onCommit(text);
    setDraft((now) => (now === text ? null : now));
  });
  const text = draft ?? (isFocused ? value : (shown ?? value));
  const wrong = draft === null ? undefined : check?.(draft);
  const understood = draft === null || wrong !== undefined ? undefined : reading?.(draft);

  const commit = () => {
    if (draft === null || wrong !== undefined) return;
    if (draft === value) setDraft(null);
    else void keep(draft);
  };
  // Subtle: a field that is taken away while it is typed in gets no blur; what stands in it is kept all the same.
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => {
      if (draft !== null && draft !== value && wrong === undefined) void onCommit(draft);
    };
  });
  useEffect(() => () => leave.current(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
    } else if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit();
    }
  };
  const field = {
    'aria-label': label,
    'aria-invalid': wrong !== undefined,
    value: text,
    dir: 'auto',
    placeholder,
    lang,
    className: classes(styles.field, styles[look]),
    onKeyDown,
    title: isFocused ? undefined : shown,
    onFocus: () => setIsFocused(true),
    onBlur: () => {
      setIsFocused(false);
      commit();
    },
    onChange: (event: { target: { value: string } }) =>
      setDraft(look === 'title' ? event.target.value.replaceAll(/\s*\n\s*/g, ' ') : event.target.value),
  };
  const drawnRows = rows ?? (look === 'title' ? 1 : undefined);
  return (
    <span className={styles.inline}>
      {drawnRows === undefined ? <input {...field} /> : <textarea {...field} rows={drawnRows} />}
      {understood !== undefined && (
        <span role="status" className={styles.note}>
          {understood}
        </span>
      )}
      {wrong !== undefined && (
        <span role="alert" className={styles.wrong}>
          {wrong}
        </span>
      )}
      {error && (
        <span role="alert" className={styles.wrong}>
          {failed}
        </span>
      )}
    </span>
  );
}

import { useEffect, useRef } from 'react';
import { classes } from '#ui/classes.ts';
import styles from './Prose.module.css';
import { useDraft } from './use-draft.ts';

interface ProseProps {
  readonly label: string;
  readonly value: string;
  /** Called when the person leaves the text, or presses Enter, after changing it to something. */
  readonly onSave: (text: string) => Promise<void>;
  readonly size: 'heading' | 'text';
}

/** Words that are edited where they stand. Enter keeps them, Escape puts back what was there; emptied, they come back. */
export function Prose({ label, value, onSave, size }: ProseProps) {
  const draft = useDraft(value, async (text) => {
    const kept = text.trim();
    if (kept !== '' && kept !== value) await onSave(kept);
  });
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Subtle: where `field-sizing` is not known the height follows the text by hand.
    const element = area.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  });
  return (
    <textarea
      ref={area}
      rows={1}
      aria-label={label}
      dir="auto"
      className={classes(styles.prose, styles[size])}
      value={draft.value}
      onChange={(event) => draft.set(event.target.value.replace(/\n/g, ' '))}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          draft.keep();
        } else if (event.key === 'Escape') draft.set(value);
      }}
      {...draft.leaving}
    />
  );
}

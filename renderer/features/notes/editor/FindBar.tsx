import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './FindBar.module.css';
import { $findMatches, type Match, type Spot } from './find-matches.ts';

interface FindBarProps {
  /** How often it was asked for: each time, its field takes the focus. */
  readonly asked: number;
  readonly onClose: () => void;
}

/** Find and replace in the note. Matches are shown by the CSS Custom Highlight API: the text itself is not touched. */
export function FindBar({ asked, onClose }: FindBarProps) {
  const { t } = useTranslation('notes');
  const [editor] = useLexicalComposerContext();
  const [wanted, setWanted] = useState(() => window.getSelection()?.toString().split('\n')[0]?.slice(0, 200) ?? '');
  const [instead, setInstead] = useState('');
  const [at, setAt] = useState(0);
  const matches = useMatches(editor, wanted);
  const current = matches.length === 0 ? -1 : Math.min(at, matches.length - 1);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]);
  useHighlights(editor, matches, current);

  const step = (by: number) => {
    if (matches.length > 0) setAt((current + by + matches.length) % matches.length);
  };
  const replace = (which: Match[]) =>
    editor.update(() => {
      for (const match of which.toReversed()) $replace(match, instead);
    });
  const close = () => {
    const match = matches[current];
    if (match) editor.update(() => $select(match));
    onClose();
    editor.focus();
  };
  return (
    <search
      aria-label={t('find')}
      className={styles.bar}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <input
        ref={field}
        className={styles.field}
        aria-label={t('find')}
        placeholder={t('find')}
        dir="auto"
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <span className={styles.count} aria-live="polite">
        {wanted === ''
          ? ''
          : matches.length === 0
            ? t('found-none')
            : t('found', { at: current + 1, of: matches.length })}
      </span>
      <IconButton label={t('previous')} onPress={() => step(-1)} isDisabled={matches.length === 0}>
        ↑
      </IconButton>
      <IconButton label={t('next')} onPress={() => step(1)} isDisabled={matches.length === 0}>
        ↓
      </IconButton>
      {editor.isEditable() && (
        <>
          <input
            className={styles.field}
            aria-label={t('replace-with')}
            placeholder={t('replace-with')}
            dir="auto"
            value={instead}
            onChange={(event) => setInstead(event.target.value)}
            onKeyDown={(event) => {
              const match = matches[current];
              if (event.key === 'Enter' && match) replace([match]);
            }}
          />
          <Button
            variant="quiet"
            isDisabled={current < 0}
            onPress={() => {
              const match = matches[current];
              if (match) replace([match]);
            }}
          >
            {t('replace')}
          </Button>
          <Button variant="quiet" isDisabled={current < 0} onPress={() => replace(matches)}>
            {t('replace-all')}
          </Button>
        </>
      )}
      <IconButton label={t('close')} onPress={close}>
        ×
      </IconButton>
    </search>
  );
}

function useMatches(editor: LexicalEditor, wanted: string): Match[] {
  const [matches, setMatches] = useState<Match[]>([]);
  const look = useCallback(() => setMatches(editor.read(() => $findMatches(wanted))), [editor, wanted]);
  useEffect(() => {
    look();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(look, 120);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor, look]);
  return matches;
}

function useHighlights(editor: LexicalEditor, matches: Match[], current: number): void {
  useEffect(() => {
    const ranges = matches.map((match) => rangeOf(editor, match));
    CSS.highlights.set('note-find', new Highlight(...ranges.flatMap((range) => range ?? [])));
    const range = ranges[current];
    if (range) {
      CSS.highlights.set('note-find-current', new Highlight(range));
      const rect = range.getBoundingClientRect();
      if (rect.top < 120 || rect.bottom > window.innerHeight - 60) {
        range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      }
    } else CSS.highlights.delete('note-find-current');
    return () => {
      CSS.highlights.delete('note-find');
      CSS.highlights.delete('note-find-current');
    };
  }, [editor, matches, current]);
}

function rangeOf(editor: LexicalEditor, { from, to }: Match): Range | null {
  const start = textAt(editor, from);
  const end = textAt(editor, to);
  if (!start || !end || from.offset > start.length || to.offset > end.length) return null;
  const range = document.createRange();
  range.setStart(start, from.offset);
  range.setEnd(end, to.offset);
  return range;
}

/** A text node's words stand in the innermost first child of its element (marks nest). */
function textAt(editor: LexicalEditor, { key }: Spot): Text | null {
  let node: Node | null | undefined = editor.getElementByKey(key);
  while (node && !(node instanceof Text)) node = node.firstChild;
  return node instanceof Text ? node : null;
}

function $select({ from, to }: Match): boolean {
  if (!$isTextNode($getNodeByKey(from.key)) || !$isTextNode($getNodeByKey(to.key))) return false;
  const selection = $createRangeSelection();
  selection.anchor.set(from.key, from.offset, 'text');
  selection.focus.set(to.key, to.offset, 'text');
  $setSelection(selection);
  return true;
}

function $replace(match: Match, instead: string): void {
  if ($select(match)) $getSelection()?.insertText(instead);
}

import { $getSelection, $isRangeSelection, $isTextNode, type LexicalEditor, type NodeKey } from 'lexical';
import { useCallback, useEffect, useState } from 'react';

/** A sign and what was typed after it, up to the caret, within one text node. */
export interface Trigger {
  sign: '@' | '!' | '#' | '/' | '@@' | '!!';
  query: string;
  key: NodeKey;
  from: number;
  to: number;
}

const pattern = /(?:^|[\s([«“"'‘\u00a0\u202f])(@{1,2}|!{1,2}|#|\/)([^\n@!#]{0,60})$/u;

/** Reads the sign before the caret, null when there is none that asks for something. */
export function triggerIn(text: string): { sign: Trigger['sign']; query: string; from: number } | null {
  const found = pattern.exec(text);
  const sign = found?.[1];
  const query = found?.[2];
  if (query === undefined || /^\s/.test(query)) return null;
  if (sign === '/' && /\s/.test(query)) return null;
  if (sign !== '@' && sign !== '!' && sign !== '#' && sign !== '/' && sign !== '@@' && sign !== '!!') return null;
  return { sign, query, from: text.length - sign.length - query.length };
}

/** Follows the sign before the caret; `dismiss` leaves the text as typed until the caret goes elsewhere. */
export function useTrigger(editor: LexicalEditor): { trigger: Trigger | null; dismiss: () => void } {
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [dismissed, setDismissed] = useState<{ key: NodeKey; from: number } | null>(null);

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read(() => $triggerAtCaret());
        setTrigger((now) =>
          now?.key === next?.key && now?.from === next?.from && now?.query === next?.query && now?.sign === next?.sign
            ? now
            : next,
        );
        setDismissed((now) => (now && next && now.key === next.key && now.from === next.from ? now : null));
      }),
    [editor],
  );
  const dismiss = useCallback(() => setDismissed(trigger && { key: trigger.key, from: trigger.from }), [trigger]);
  const isDismissed = trigger !== null && dismissed?.key === trigger.key && dismissed.from === trigger.from;
  return { trigger: isDismissed ? null : trigger, dismiss };
}

function $triggerAtCaret(): Trigger | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !node.isSimpleText() || node.hasFormat('code') || node.getParent()?.getType() === 'code')
    return null;
  const to = selection.anchor.offset;
  const found = triggerIn(node.getTextContent().slice(0, to));
  return found && { ...found, key: node.getKey(), to };
}

import { matchesKeys, type PressedKeys } from './key-combination.ts';

const undoKeys = ['Mod+Z', 'Mod+Shift+Z', 'Mod+Y'] as const;

interface Typed {
  readonly field: EventTarget;
  readonly text: string;
}

let typed: Typed | null = null;

function textOf(field: EventTarget): string | null {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value;
  return field instanceof HTMLElement && field.isContentEditable ? field.textContent : null;
}

/** Follows what is typed, for {@link undoesItself}; call it once. Gives the function that ends it. */
export function watchTyping(): () => void {
  const onInput = ({ target }: Event) => {
    const text = target && textOf(target);
    typed = target && text !== null ? { field: target, text } : null;
  };
  const onLeave = () => {
    typed = null;
  };
  document.addEventListener('input', onInput, true);
  document.addEventListener('focusout', onLeave, true);
  return () => {
    document.removeEventListener('input', onInput, true);
    document.removeEventListener('focusout', onLeave, true);
  };
}

/**
 * Says whether a key press takes back (or does again) typing in the field it was pressed in: something was typed there
 * since it was entered, and its text has not been replaced since, as a list's field is emptied when its word is taken.
 */
export function undoesItself(pressed: PressedKeys, field: EventTarget | null): boolean {
  if (!undoKeys.some((keys) => matchesKeys(keys, pressed))) return false;
  return typed !== null && field === typed.field && textOf(typed.field) === typed.text;
}

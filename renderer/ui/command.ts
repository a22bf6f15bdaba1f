import { useEffect, useSyncExternalStore } from 'react';
import { isLoneKey, matchesKeys } from './key-combination.ts';
import { undoesItself, watchTyping } from './own-undo.ts';

/** One act of the app, as menu, palette and keyboard read it. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** The combinations that run it, as in `Mod+K`; the first one is shown. */
  readonly keys?: readonly string[] | undefined;
  /** Says whether it can be run now; without it, always. */
  readonly when?: (() => boolean) | undefined;
  readonly run: () => void;
}

let registered: readonly (readonly Command[])[] = [];
let all: readonly Command[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly (readonly Command[])[]): void {
  registered = next;
  all = registered.flat();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says whether a command can be run now. */
export function canRun(command: Command): boolean {
  return command.when === undefined || command.when();
}

/**
 * Offers commands for as long as the component is mounted. Give the same array while nothing changes (a constant or
 * `useMemo`); of two commands on one key, the one offered last wins.
 */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    publish([...registered, commands]);
    return () => publish(registered.filter((other) => other !== commands));
  }, [commands]);
}

/** Every command on offer, in the order they were offered. */
export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => all);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

/** The command that a key press runs, or undefined: the last one offered, that can be run now and is not typing. */
export function commandForKeys(commands: readonly Command[], event: KeyboardEvent): Command | undefined {
  if (event.defaultPrevented || event.isComposing) return undefined;
  const typing = isTyping(event.target);
  return commands.findLast(
    (command) =>
      command.keys?.some((keys) => !(typing && isLoneKey(keys)) && matchesKeys(keys, event)) === true &&
      canRun(command),
  );
}

/**
 * Listens to the keyboard for every command on offer; mount it once. What an editor or a list has handled itself
 * (`preventDefault`) is left alone, and so are everything beneath an open dialog and a field's own undo.
 */
export function useCommandKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector('[data-modal]:not([data-exiting])')) return;
      if (undoesItself(event, event.target)) return;
      const command = commandForKeys(all, event);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    const stopWatching = watchTyping();
    window.addEventListener('keydown', onKeyDown);
    return () => {
      stopWatching();
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

import type { CallName, EventName } from './ipc.ts';

/**
 * The name under which a call or an event crosses between the window and main. Nothing outside this namespace can be
 * reached from the window. (A file of its own: the preload script needs it, and not the schemas.)
 */
export function channel(name: CallName | EventName): string {
  return `casebound:${name}`;
}

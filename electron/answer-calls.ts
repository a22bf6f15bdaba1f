import { z } from 'zod';
import { channel } from '#bridge/channel.ts';
import { DesktopError } from '#bridge/desktop.ts';
import { type Answers, type CallName, type Crossed, type Sent, sends } from '#bridge/ipc.ts';
import { isOwnAddress } from './window-address.ts';

/** Who sent a call: the frame, null when it is gone already. */
export interface CallEvent {
  senderFrame: { url: string; parent: object | null } | null;
}

/** The part of Electron's `ipcMain` that calls arrive at. */
export interface CallPort {
  handle(channel: string, listener: (event: CallEvent, sent: unknown) => Promise<unknown>): void;
}

/** What main does for each call; what is sent has been parsed. A DesktopError thrown crosses with its code. */
export type CallHandlers = { [Name in CallName]: (sent: Sent<Name>) => Promise<Answers[Name]> };

/** The same schemas, each known to give what its call sends. */
const schemas: { [Name in CallName]: z.ZodType<Sent<Name>> } = sends;

/**
 * Answers the window's calls. Distrusts the window: a call from any frame but the app's own top frame is refused, then
 * what was sent is parsed, and only then is anything done. Never throws across: every failure is a value with a code.
 */
export function answerCalls(port: CallPort, handlers: CallHandlers, devAddress: string | undefined): void {
  for (const name of Object.keys(sends).filter(isCallName)) answerCall(port, name, handlers[name], devAddress);
}

function answerCall<Name extends CallName>(
  port: CallPort,
  name: Name,
  handler: CallHandlers[Name],
  devAddress: string | undefined,
): void {
  const schema = schemas[name];
  port.handle(channel(name), async (event, sent): Promise<Crossed<Answers[Name]>> => {
    if (!isTrusted(event, devAddress)) return { ok: false, code: 'refused', message: 'Not a sender this app trusts.' };
    const parsed = schema.safeParse(sent);
    if (!parsed.success) return { ok: false, code: 'refused', message: `${name}: ${z.prettifyError(parsed.error)}` };
    try {
      return { ok: true, value: await handler(parsed.data) };
    } catch (error) {
      if (error instanceof DesktopError) return { ok: false, code: error.code, message: error.message };
      return { ok: false, code: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  });
}

function isTrusted({ senderFrame }: CallEvent, devAddress: string | undefined): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url, devAddress);
}

function isCallName(name: string): name is CallName {
  return name in sends;
}

import { z } from 'zod';
import { type DesktopFailure, type SavedFile, systemItems } from './desktop.ts';

/**
 * The contract between the Electron window and its main process, written once: the names of the calls, what is sent with
 * each (the schemas main parses with, from which the window's types are inferred), and what comes back.
 */

const filter = z.object({
  name: z.string().max(200),
  extensions: z.array(z.string().regex(/^[a-z0-9]{1,16}$/i)).max(50),
});
const fileName = z
  .string()
  .min(1)
  .max(255)
  .refine((name) => !/[/\\\0]/.test(name) && name !== '.' && name !== '..', 'a file name, not a path');
const handle = z.uuid();
const bytes = z.instanceof(Uint8Array);
const nothing = z.undefined();

/** What the window sends with each call. */
export const sends = {
  /** The files the app was opened with and the window has not been told of yet. */
  'opened.take': nothing,
  /** Bytes of an opened file, both ends in bytes, `to` exclusive; at most 16 MiB at a time. */
  'opened.read': z.object({ handle, from: z.int().nonnegative(), to: z.int().nonnegative() }),
  'save.begin': z.object({ name: fileName, filter }),
  'save.write': z.object({ handle, bytes }),
  'save.finish': z.object({ handle }),
  'save.abandon': z.object({ handle }),
  'saved.reveal': z.object({ place: z.string().min(1).max(40_000) }),
  'html.print': z.object({ html: z.string(), name: fileName }),
  'outside.open': z.object({ address: z.url({ protocol: /^https?$/ }).max(8000) }),
  'theme.set': z.object({ theme: z.enum(['system', 'light', 'dark']) }),
  'menu.set': z.object({
    menus: z
      .array(
        z.object({
          label: z.string().max(100),
          items: z
            .array(
              z.object({
                id: z.string().max(200),
                label: z.string().max(200),
                keys: z.string().max(40).exactOptional(),
                enabled: z.boolean(),
              }),
            )
            .max(200),
        }),
      )
      .max(20),
    words: z.record(z.enum(systemItems), z.string().max(200)),
  }),
  /** The window has flushed its unsaved work and may close. */
  'close.ready': nothing,
} as const;

export type CallName = keyof typeof sends;
export type Sent<Name extends CallName> = z.infer<(typeof sends)[Name]>;

/** A file the app was opened with, as it crosses: the window never learns a path it could ask for. */
export interface OpenedFile {
  handle: string;
  name: string;
  /** In bytes. */
  size: number;
}

/** What main gives back for each call. */
export interface Answers {
  'opened.take': OpenedFile[];
  'opened.read': Uint8Array<ArrayBuffer>;
  /** The handle of the save; null when the person cancelled. */
  'save.begin': string | null;
  'save.write': null;
  'save.finish': SavedFile;
  'save.abandon': null;
  'saved.reveal': null;
  'html.print': SavedFile | null;
  'outside.open': null;
  'theme.set': null;
  'menu.set': null;
  'close.ready': null;
}

/** How an answer crosses: failures are values, because what is thrown in one process arrives in the other as mere text. */
export type Crossed<T> = { ok: true; value: T } | { ok: false; code: DesktopFailure; message: string };

/** What main tells the window unasked. */
export interface Events {
  /** There are opened files to take. */
  'opened.waiting': null;
  'menu.chosen': { id: string };
  /** The window is to flush its work and then call `close.ready`. */
  'close.wanted': null;
}
export type EventName = keyof Events;

/** What the preload script puts on the window as `casebound`. */
export interface Wire {
  call<Name extends CallName>(name: Name, sent: Sent<Name>): Promise<Crossed<Answers[Name]>>;
  on<Name extends EventName>(name: Name, listener: (told: Events[Name]) => void): () => void;
}

/**
 * All that the window and the shell around it know of each other. The Electron shell and the browser shell
 * both implement it; the window is given one of them and never asks which.
 */

/** A kind of file a person can choose or save: its name in the UI language, its extensions without a dot. */
export interface FileFilter {
  name: string;
  extensions: string[];
}

/** A file the person chose, dropped, or opened the app with. A browser `File` is one; bytes are read on demand. */
export interface ChosenFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Reads bytes from `from` (inclusive) to `to` (exclusive), both in bytes; shorter at the file's end. */
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Where a stream was saved. `place` is a path where the shell knows one and may be shown to the person. */
export interface SavedFile {
  name: string;
  place: string | null;
}

export type Theme = 'system' | 'light' | 'dark';

/** Why the shell could not do what was asked. Crosses process borders as a value, never as a thrown error. */
export type DesktopFailure =
  | 'refused' // the shell does not allow this sender, argument or address
  | 'not-found' // the file is gone
  | 'not-readable'
  | 'disk-full'
  | 'not-writable'
  | 'unavailable' // this shell has no way to do it
  | 'failed';

export class DesktopError extends Error {
  readonly code: DesktopFailure;
  constructor(code: DesktopFailure, message: string) {
    super(message);
    this.name = 'DesktopError';
    this.code = code;
  }
}

/** Every method that can fail rejects with a {@link DesktopError}; "the person cancelled" is a value. */
export interface Desktop {
  readonly shell: 'electron' | 'browser';
  readonly version: string;

  /** The files the person chose; empty when they cancelled. */
  chooseFiles(wanted: { filters: FileFilter[]; many: boolean }): Promise<ChosenFile[]>;

  /**
   * Saves a stream where the person says. Nothing half-written stays: when the stream fails or `signal` aborts,
   * what stood at that place before is untouched (but a browser's own save dialogue empties a file at the moment the person
   * agrees to replace it). Null when the person cancelled the choice of a place, and when `signal` aborted. What the
   * stream itself throws is thrown on as it is. Must be called from a click or key, before anything else is awaited: browsers ask for that.
   */
  saveStream(
    wanted: { name: string; filter: FileFilter; signal?: AbortSignal },
    write: () => ReadableStream<Uint8Array>,
  ): Promise<SavedFile | null>;

  /** Shows a saved file in the system's file manager. `canReveal` says whether this shell can. */
  readonly canReveal: boolean;
  reveal(saved: SavedFile): Promise<void>;

  /**
   * Makes a PDF of one self-contained HTML document (styles in `<style>`, pictures as `data:`; no script of it is run) under
   * this file name, or opens the print dialogue where the shell has no PDF writer. Null when the person cancelled, and
   * where only the dialogue knows what became of it.
   */
  printHtml(html: string, name: string): Promise<SavedFile | null>;

  /** Opens an http(s) address in the person's own browser. The caller has shown the full address and had it confirmed. */
  openOutside(address: string): Promise<void>;

  /** Tells the shell which theme the window wears, so that its own frame and dialogues match. */
  setTheme(theme: Theme): void;

  /**
   * Fills the native menu, where there is one; `keys` as in `Mod+Shift+K` (`Mod` is Cmd on macOS, Ctrl elsewhere). `words` name
   * what the system itself does. `run` is called with the id of the item chosen.
   */
  setMenu(menus: MenuGroup[], words: MenuWords, run: (id: string) => void): void;

  /** Calls back with each file the app was opened with (double click, argv), those before the call included. */
  onOpenFile(listener: (file: ChosenFile) => void): () => void;

  /**
   * Before the window closes the listener is awaited (for at most five seconds), so that unsaved work is flushed. A browser
   * does not wait: there the listener is called when the page is hidden or left, and what it starts at once is what counts.
   */
  onBeforeClose(listener: () => Promise<void>): () => void;
}

export interface MenuGroup {
  label: string;
  items: { id: string; label: string; keys?: string; enabled: boolean }[];
}

/** What the system itself does from a native menu, and the menus that hold it. */
export const systemItems = [
  'about',
  'services',
  'hide',
  'hideOthers',
  'unhide',
  'quit',
  'edit',
  'cut',
  'copy',
  'paste',
  'selectAll',
  'window',
  'minimize',
  'zoom',
  'togglefullscreen',
  'close',
] as const;

/** Their names in the UI language. */
export type MenuWords = Record<(typeof systemItems)[number], string>;

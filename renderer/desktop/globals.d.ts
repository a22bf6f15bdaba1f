import type { Wire } from '#bridge/ipc.ts';

interface SaveFilePickerOptions {
  suggestedName?: string;
  types?: { description: string; accept: Record<string, string[]> }[];
}

declare global {
  /** The wire to the main process; only in the Electron shell. */
  var casebound: Wire | undefined;

  /** File System Access API; not in every browser. */
  var showSaveFilePicker: ((options: SaveFilePickerOptions) => Promise<FileSystemFileHandle>) | undefined;

  interface FileSystemFileHandle {
    /** Chromium only. */
    remove?(): Promise<void>;
  }

  interface ImportMetaEnv {
    readonly CASEBOUND_VERSION: string;
  }
}

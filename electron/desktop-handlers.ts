import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import type { NativeTheme, SaveDialogOptions, SaveDialogReturnValue, Shell } from 'electron';
import { DesktopError, type MenuGroup, type MenuWords, type SavedFile } from '#bridge/desktop.ts';
import type { CallHandlers } from './answer-calls.ts';
import type { OpenedFiles } from './opened-files.ts';
import { beginFileSave, type FileSave } from './save-file.ts';

/** What the handlers use of Electron and of the app around them. */
export interface HandlerParts {
  /** Shows the system's save dialogue over the window. */
  askWhereToSave(options: SaveDialogOptions): Promise<SaveDialogReturnValue>;
  shell: Pick<Shell, 'showItemInFolder' | 'openExternal'>;
  nativeTheme: Pick<NativeTheme, 'themeSource'>;
  openedFiles: OpenedFiles;
  /** Makes the bytes of a PDF from one HTML document. */
  makePdf(html: string): Promise<Uint8Array>;
  setMenu(menus: MenuGroup[], words: MenuWords): void;
  /** The window has flushed its work. */
  closeReady(): void;
}

/**
 * All that main does for the window. Saves are held by handle from begin to finish; `abandonSaves` is called when the window
 * that began them is gone, so that no temporary file is left behind.
 */
export function desktopHandlers(parts: HandlerParts): { handlers: CallHandlers; abandonSaves(): Promise<void> } {
  const saves = new Map<string, FileSave>();
  const savedPlaces = new Set<string>();

  function saveOf(handle: string): FileSave {
    const save = saves.get(handle);
    if (!save) throw new DesktopError('not-found', 'No save has this handle.');
    return save;
  }

  async function choosePlace(name: string, filter: { name: string; extensions: string[] }): Promise<string | null> {
    const { canceled, filePath } = await parts.askWhereToSave({
      defaultPath: name,
      filters: [filter],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    return canceled || filePath === '' ? null : withExtension(filePath, filter.extensions);
  }

  async function finished(save: FileSave): Promise<SavedFile> {
    await save.finish();
    savedPlaces.add(save.place);
    return { name: basename(save.place), place: save.place };
  }

  const handlers: CallHandlers = {
    'opened.take': async () => parts.openedFiles.take(),
    'opened.read': ({ handle, from, to }) => parts.openedFiles.read(handle, from, to),
    async 'save.begin'({ name, filter }) {
      const place = await choosePlace(name, filter);
      if (place === null) return null;
      const handle = crypto.randomUUID();
      saves.set(handle, await beginFileSave(place));
      return handle;
    },
    async 'save.write'({ handle, bytes }) {
      await saveOf(handle).write(bytes);
      return null;
    },
    async 'save.finish'({ handle }) {
      const save = saveOf(handle);
      saves.delete(handle);
      return finished(save);
    },
    async 'save.abandon'({ handle }) {
      const save = saveOf(handle);
      saves.delete(handle);
      await save.abandon();
      return null;
    },
    async 'saved.reveal'({ place }) {
      // Only what was saved from here: the window may not point the file manager anywhere it likes.
      if (!savedPlaces.has(place)) throw new DesktopError('refused', 'Nothing was saved there.');
      parts.shell.showItemInFolder(place);
      return null;
    },
    async 'html.print'({ html, name }) {
      const place = await choosePlace(name.endsWith('.pdf') ? name : `${name}.pdf`, {
        name: 'PDF',
        extensions: ['pdf'],
      });
      if (place === null) return null;
      const pdf = await parts.makePdf(html);
      const save = await beginFileSave(place);
      await save.write(pdf);
      return finished(save);
    },
    async 'outside.open'({ address }) {
      await parts.shell.openExternal(new URL(address).href);
      return null;
    },
    async 'theme.set'({ theme }) {
      parts.nativeTheme.themeSource = theme;
      return null;
    },
    async 'menu.set'({ menus, words }) {
      parts.setMenu(menus, words);
      return null;
    },
    async 'close.ready'() {
      parts.closeReady();
      return null;
    },
  };

  async function abandonSaves(): Promise<void> {
    const left = [...saves.values()];
    saves.clear();
    await Promise.all(left.map((save) => save.abandon()));
  }

  return { handlers, abandonSaves };
}

/**
 * Adds the extension that the person left out, which not every system's dialogue does; but never so that a file would be
 * replaced that the person was not asked about.
 */
async function withExtension(place: string, extensions: string[]): Promise<string> {
  const [extension] = extensions;
  if (extension === undefined || extensions.some((one) => place.toLowerCase().endsWith(`.${one.toLowerCase()}`)))
    return place;
  const whole = `${place}.${extension}`;
  const isFree = await access(whole).then(
    () => false,
    () => true,
  );
  return isFree ? whole : place;
}

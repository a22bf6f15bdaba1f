import type { MenuGroup } from '#bridge/desktop.ts';
import { answerCalls, type CallEvent, type CallPort } from './answer-calls.ts';
import { desktopHandlers, type HandlerParts } from './desktop-handlers.ts';
import { OpenedFiles } from './opened-files.ts';

/** Stands in for the parts of Electron that main's handlers use, and remembers what was asked of it. Tests only. */
export class ElectronStandIn {
  /** Where the person saves; null when they cancel. */
  chosenPlace: string | null = null;
  readonly revealed: string[] = [];
  readonly openedOutside: string[] = [];
  readonly nativeTheme: HandlerParts['nativeTheme'] = { themeSource: 'system' };
  menus: MenuGroup[] = [];
  readyToClose = 0;
  readonly openedFiles = new OpenedFiles();
  readonly abandonSaves: () => Promise<void>;
  readonly #listeners = new Map<string, Parameters<CallPort['handle']>[1]>();

  constructor() {
    const { handlers, abandonSaves } = desktopHandlers({
      askWhereToSave: async () => ({ canceled: this.chosenPlace === null, filePath: this.chosenPlace ?? '' }),
      shell: {
        showItemInFolder: (place) => void this.revealed.push(place),
        openExternal: async (address) => void this.openedOutside.push(address),
      },
      nativeTheme: this.nativeTheme,
      openedFiles: this.openedFiles,
      makePdf: async (html) => new TextEncoder().encode(`%PDF of ${html}`),
      setMenu: (menus) => {
        this.menus = menus;
      },
      closeReady: () => {
        this.readyToClose += 1;
      },
    });
    this.abandonSaves = abandonSaves;
    answerCalls({ handle: (name, listener) => void this.#listeners.set(name, listener) }, handlers, undefined);
  }

  /** Calls as a window does, anything at all being sent; from the app's own top frame where no other sender is named. */
  async call(name: string, sent?: unknown, senderFrame: CallEvent['senderFrame'] = ownFrame): Promise<unknown> {
    const listener = this.#listeners.get(`casebound:${name}`);
    if (!listener) throw new Error(`Main does not listen to ${name}.`);
    return listener({ senderFrame }, sent);
  }
}

export const ownFrame = { url: 'app://casebound/index.html#/notes', parent: null };

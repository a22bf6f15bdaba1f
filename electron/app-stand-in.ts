import { EventEmitter } from 'node:events';
import type { App, BrowserWindow, BrowserWindowConstructorOptions, Rectangle, WebContents } from 'electron';
import { vi } from 'vitest';
import type { ClosableSession } from './network.ts';

/** Stands in for Electron's session; remembers what it was told to let pass. Tests only. */
export class SessionStandIn extends EventEmitter implements ClosableSession {
  spelling = true;
  languages = ['en'];
  dictionaries = 'https://redirector.example/';
  readonly protocol = { handle: vi.fn(), unhandle: vi.fn() };
  readonly webRequest = { onBeforeRequest: (...given: unknown[]) => void this.#handlers.set('request', given[1]) };
  readonly #handlers = new Map<string, unknown>();
  setPermissionRequestHandler = (handler: unknown) => void this.#handlers.set('ask', handler);
  setPermissionCheckHandler = (handler: unknown) => void this.#handlers.set('check', handler);
  setDevicePermissionHandler = (handler: unknown) => void this.#handlers.set('device', handler);
  setSpellCheckerEnabled = (on: boolean) => {
    this.spelling = on;
  };
  setSpellCheckerLanguages = (languages: string[]) => {
    this.languages = languages;
  };
  setSpellCheckerDictionaryDownloadURL = (url: string) => {
    this.dictionaries = url;
  };

  /** Whether a request for this address would go on. */
  loads(url: string): boolean {
    const answer = vi.fn();
    this.#call('request', { url }, answer);
    return answer.mock.calls[0]?.[0].cancel === false;
  }

  /** Whether this page would be granted a permission that it asks for, and told that it has it. */
  grants(permission: string, page: string): { asked: boolean; checked: boolean } {
    const answer = vi.fn();
    this.#call('ask', {}, permission, answer, { requestingUrl: page, isMainFrame: true });
    return {
      asked: answer.mock.calls[0]?.[0] === true,
      checked: this.#call('check', {}, permission, new URL(page).href, { isMainFrame: true }) === true,
    };
  }

  givesDevices(): boolean {
    return this.#call('device', { deviceType: 'usb' }) === true;
  }

  #call(name: string, ...given: unknown[]): unknown {
    const handler = this.#handlers.get(name);
    if (typeof handler !== 'function') throw new Error(`Nobody answers ${name}: Chromium would say yes.`);
    return handler(...given);
  }
}

type ContentsPart = Pick<
  WebContents,
  'send' | 'isCrashed' | 'reload' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy' | 'printToPDF'
>;

/** Stands in for what a window shows. Tests only. */
export class ContentsStandIn extends EventEmitter implements ContentsPart {
  readonly told: string[] = [];
  crashed = false;
  reloads = 0;
  #newWindow: Parameters<ContentsPart['setWindowOpenHandler']>[0] | null = null;
  webRtc = '';
  send = (channel: string) => void this.told.push(channel);
  isCrashed = () => this.crashed;
  reload = () => {
    this.reloads += 1;
    this.crashed = false;
  };
  setWindowOpenHandler: ContentsPart['setWindowOpenHandler'] = (handler) => {
    this.#newWindow = handler;
  };
  /** What becomes of a wish for a new window. */
  opens(url: string) {
    const referrer = { url: '', policy: 'no-referrer' as const };
    return this.#newWindow?.({ url, frameName: '', features: '', disposition: 'new-window', referrer });
  }
  setWebRTCIPHandlingPolicy: ContentsPart['setWebRTCIPHandlingPolicy'] = (policy) => {
    this.webRtc = policy;
  };
  printToPDF: ContentsPart['printToPDF'] = async () => Buffer.from('%PDF');
}

type WindowPart = Pick<
  BrowserWindow,
  | 'show'
  | 'focus'
  | 'restore'
  | 'isMinimized'
  | 'maximize'
  | 'isMaximized'
  | 'getNormalBounds'
  | 'destroy'
  | 'loadURL'
  | 'isDestroyed'
>;

/** Stands in for Electron's window. Tests only. */
export class WindowStandIn extends EventEmitter implements WindowPart {
  readonly webContents = new ContentsStandIn();
  readonly loaded: string[] = [];
  shown = 0;
  minimized = false;
  destroyed = false;
  readonly options: BrowserWindowConstructorOptions;
  readonly #app: AppStandIn;
  constructor(app: AppStandIn, options: BrowserWindowConstructorOptions) {
    super();
    this.#app = app;
    this.options = options;
    app.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  show = () => {
    this.shown += 1;
  };
  focus = () => undefined;
  restore = () => {
    this.minimized = false;
  };
  isMinimized = () => this.minimized;
  maximize = () => undefined;
  isMaximized = () => false;
  getNormalBounds = (): Rectangle => ({ x: 5, y: 6, width: 1000, height: 700 });
  isDestroyed = () => this.destroyed;
  loadURL = async (url: string) => void this.loaded.push(url);
  destroy = () => {
    this.destroyed = true;
    this.emit('closed');
    this.#app.emit('window-all-closed');
  };
  /** A wish to close, as the frame's button makes it; says whether it was held up. */
  wishToClose(): boolean {
    const event = {
      defaultPrevented: false,
      preventDefault: () => {
        event.defaultPrevented = true;
      },
    };
    this.emit('close', event);
    return event.defaultPrevented;
  }
}

type AppPart = Pick<
  App,
  'isPackaged' | 'quit' | 'exit' | 'setPath' | 'getPath' | 'getAppPath' | 'requestSingleInstanceLock' | 'whenReady'
>;

/** Stands in for Electron's app; ready when the test says so. Tests only. */
export class AppStandIn extends EventEmitter implements AppPart {
  readonly isPackaged = false;
  readonly switches = new Map<string, string | undefined>();
  readonly commandLine = { appendSwitch: (name: string, value?: string) => void this.switches.set(name, value) };
  readonly windows: WindowStandIn[] = [];
  readonly printSessions: SessionStandIn[] = [];
  readonly calls = new Map<string, (event: unknown, sent: unknown) => Promise<unknown>>();
  readonly errors: string[] = [];
  readonly folder: string;
  readonly #first: boolean;
  #session: SessionStandIn | null = null;
  quits = 0;
  #ready = () => {};
  readonly #whenReady = new Promise<void>((resolve) => {
    this.#ready = resolve;
  });
  constructor(folder: string, given: { first: boolean }) {
    super();
    this.folder = folder;
    this.#first = given.first;
  }
  quit = () => {
    this.quits += 1;
  };
  exit = () => {
    throw new Error('The app gave up.');
  };
  setPath = () => undefined;
  getPath = () => this.folder;
  getAppPath = () => process.cwd();
  requestSingleInstanceLock = () => this.#first;
  whenReady = () => this.#whenReady;
  becomeReady = () => this.#ready();

  get defaultSession(): SessionStandIn {
    if (!this.#session) {
      this.#session = new SessionStandIn();
      this.emit('session-created', this.#session);
    }
    return this.#session;
  }

  /** The `electron` module, as far as main uses it. */
  module() {
    const self = this;
    return {
      app: this,
      BrowserWindow: class extends WindowStandIn {
        constructor(options: BrowserWindowConstructorOptions) {
          super(self, options);
        }
      },
      dialog: {
        showSaveDialog: async () => ({ canceled: false, filePath: `${this.folder}/saved.pdf` }),
        showErrorBox: (_title: string, words: string) => void this.errors.push(words),
      },
      ipcMain: {
        handle: (name: string, listener: (event: unknown, sent: unknown) => Promise<unknown>) =>
          void this.calls.set(name, listener),
      },
      Menu: { setApplicationMenu: vi.fn(), buildFromTemplate: vi.fn() },
      nativeTheme: { themeSource: 'system' },
      protocol: { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() },
      screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
      session: {
        get defaultSession() {
          return self.defaultSession;
        },
        fromPartition: () => {
          const made = new SessionStandIn();
          this.emit('session-created', made);
          this.printSessions.push(made);
          return made;
        },
      },
      shell: { showItemInFolder: vi.fn(), openExternal: vi.fn() },
    };
  }
}

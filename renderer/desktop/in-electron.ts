import { type ChosenFile, type Desktop, DesktopError } from '#bridge/desktop.ts';
import type { Answers, CallName, OpenedFile, Sent, Wire } from '#bridge/ipc.ts';
import { chooseFiles } from './choose-files.ts';
import { pour } from './pour.ts';
import { webAddress } from './web-address.ts';

/** The Electron shell: what needs more than a browser has is asked of the main process over the wire. */
export function inElectron(wire: Wire): Desktop {
  async function call<Name extends CallName>(name: Name, sent: Sent<Name>): Promise<Answers[Name]> {
    const answer = await wire.call(name, sent);
    if (!answer.ok) throw new DesktopError(answer.code, answer.message);
    return answer.value;
  }

  const beforeClose = new Set<() => Promise<void>>();
  wire.on('close.wanted', () => {
    // One listener that fails must not keep the others from flushing, nor the window from closing.
    void Promise.allSettled(Array.from(beforeClose, (listener) => listener())).then(() =>
      call('close.ready', undefined),
    );
  });

  let chosenInMenu: (id: string) => void = () => undefined;
  wire.on('menu.chosen', ({ id }) => chosenInMenu(id));

  return {
    shell: 'electron',
    version: import.meta.env.CASEBOUND_VERSION,
    chooseFiles,
    async saveStream(wanted, write) {
      const handle = await call('save.begin', { name: wanted.name, filter: wanted.filter });
      if (handle === null) return null;
      return pour(
        write(),
        {
          write: async (bytes) => void (await call('save.write', { handle, bytes })),
          finish: () => call('save.finish', { handle }),
          abandon: async () => void (await call('save.abandon', { handle })),
        },
        wanted.signal,
      );
    },
    canReveal: true,
    async reveal(saved) {
      if (saved.place === null) throw new DesktopError('not-found', `It is not known where ${saved.name} was saved.`);
      await call('saved.reveal', { place: saved.place });
    },
    printHtml: (html, name) => call('html.print', { html, name }),
    openOutside: async (address) => void (await call('outside.open', { address: webAddress(address) })),
    setTheme: (theme) => void call('theme.set', { theme }),
    setMenu(menus, words, run) {
      chosenInMenu = run;
      void call('menu.set', { menus, words });
    },
    onOpenFile(listener) {
      const take = async () => {
        for (const opened of await call('opened.take', undefined)) listener(openedFile(opened, call));
      };
      const off = wire.on('opened.waiting', () => void take());
      void take();
      return off;
    },
    onBeforeClose(listener) {
      beforeClose.add(listener);
      return () => beforeClose.delete(listener);
    },
  };
}

const pieceLength = 4 * 1024 * 1024;

type Call = <Name extends CallName>(name: Name, sent: Sent<Name>) => Promise<Answers[Name]>;

/** A file that main holds open for the window: read by handle, piece by piece. */
function openedFile({ handle, name, size }: OpenedFile, call: Call): ChosenFile {
  const read = async (from: number, to: number): Promise<Uint8Array<ArrayBuffer>> => {
    const whole = new Uint8Array(Math.max(0, Math.min(to, size) - from));
    for (let at = 0; at < whole.byteLength; ) {
      const piece = await call('opened.read', {
        handle,
        from: from + at,
        to: Math.min(from + at + pieceLength, from + whole.byteLength),
      });
      if (piece.byteLength === 0) throw new DesktopError('not-readable', `${name} is shorter than it was when opened.`);
      whole.set(piece, at);
      at += piece.byteLength;
    }
    return whole;
  };
  return {
    name,
    size,
    slice: (from, to) => ({ arrayBuffer: async () => (await read(from, to)).buffer }),
    stream: () => {
      let at = 0;
      return new ReadableStream({
        async pull(controller) {
          if (at >= size) return controller.close();
          const piece = await read(at, at + pieceLength);
          at += piece.byteLength;
          controller.enqueue(piece);
        },
      });
    },
  };
}

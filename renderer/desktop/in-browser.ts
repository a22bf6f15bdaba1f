import { type Desktop, DesktopError } from '#bridge/desktop.ts';
import { browserFailure } from './browser-failure.ts';
import { chooseFiles } from './choose-files.ts';
import { printInFrame } from './print-in-frame.ts';
import { saveByDownload } from './save-by-download.ts';
import { saveByPicker } from './save-by-picker.ts';
import { sweepSpools } from './spool.ts';
import { webAddress } from './web-address.ts';

/** The browser shell: what an ordinary browser can do for the app, and an honest refusal of what it cannot. */
export function inBrowser(): Desktop {
  void sweepSpools();
  return {
    shell: 'browser',
    version: import.meta.env.CASEBOUND_VERSION,
    chooseFiles,
    saveStream(wanted, write) {
      const picker = globalThis.showSaveFilePicker;
      return picker ? saveByPicker(picker, wanted, write) : saveByDownload(wanted.name, write, wanted.signal);
    },
    canReveal: false,
    async reveal() {
      throw new DesktopError('unavailable', 'A browser cannot show files in the file manager.');
    },
    async printHtml(html, name) {
      await printInFrame(html, name).catch((error: unknown) => {
        throw browserFailure(error);
      });
      return null; // where the print went, the browser does not tell
    },
    async openOutside(address) {
      window.open(webAddress(address), '_blank', 'noopener,noreferrer');
    },
    setTheme(theme) {
      const meta = document.querySelector('meta[name="color-scheme"]');
      meta?.setAttribute('content', theme === 'system' ? 'light dark' : theme);
    },
    setMenu() {
      // A browser has no native menu to fill; the palette and the window's own menus have the same commands.
    },
    onOpenFile() {
      return () => undefined; // a browser is never started with a file
    },
    onBeforeClose(listener) {
      // A page cannot hold its window open; work is flushed as soon as leaving shows, which is before it is gone.
      const leave = () => {
        if (document.visibilityState === 'hidden') void listener();
      };
      const unload = () => void listener();
      document.addEventListener('visibilitychange', leave);
      window.addEventListener('beforeunload', unload);
      window.addEventListener('pagehide', unload);
      return () => {
        document.removeEventListener('visibilitychange', leave);
        window.removeEventListener('beforeunload', unload);
        window.removeEventListener('pagehide', unload);
      };
    },
  };
}

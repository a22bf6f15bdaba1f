import { BrowserWindow, session } from 'electron';
import { DesktopError } from '#bridge/desktop.ts';
import { closeSession } from './network.ts';

const printAddress = 'app://print/';
const printSecurity =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/**
 * Makes the bytes of an A4 PDF from one self-contained HTML document. It is laid out in a hidden window with a session of
 * its own, kept in memory only, that loads this document and nothing else and runs no script. Fails when it cannot be
 * laid out within a minute.
 */
export async function makePdf(html: string): Promise<Uint8Array> {
  const partition = session.fromPartition(`print-${crypto.randomUUID()}`, { cache: false });
  partition.protocol.handle('app', (request) => {
    if (request.url !== printAddress) return new Response(null, { status: 404 });
    return new Response(html, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': printSecurity },
    });
  });
  closeSession(partition, {
    mayLoad: (address) => address === printAddress || address.startsWith('data:'),
    mayAsk: () => false,
  });
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: partition, javascript: false, sandbox: true, contextIsolation: true, spellcheck: false },
  });
  try {
    return await within(60_000, async () => {
      await window.loadURL(printAddress);
      return window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, pageSize: 'A4' });
    });
  } finally {
    window.destroy();
    partition.protocol.unhandle('app');
  }
}

/** What the work gives, or a failure when that takes longer than `limit` milliseconds. */
async function within<T>(limit: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DesktopError('failed', 'The document could not be laid out in time.')), limit);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

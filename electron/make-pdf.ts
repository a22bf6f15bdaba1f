import { BrowserWindow, session } from 'electron';

const printAddress = 'app://print/';
const printSecurity = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'";

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
  partition.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    answer({ cancel: url !== printAddress && !url.startsWith('data:') });
  });
  partition.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: partition, javascript: false, sandbox: true, contextIsolation: true, spellcheck: false },
  });
  const limit = setTimeout(() => window.destroy(), 60_000);
  try {
    await window.loadURL(printAddress);
    return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, pageSize: 'A4' });
  } finally {
    clearTimeout(limit);
    if (!window.isDestroyed()) window.destroy();
  }
}

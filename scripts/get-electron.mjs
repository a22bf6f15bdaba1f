import { downloadElectron } from './download-electron.mjs';
import { findElectron } from './find-electron.mjs';
import { hasDisplay } from './open-window.mjs';

/**
 * Where Electron's own binary is, downloaded where that is due and can be; else why the browser shell has to do.
 *
 * @returns {Promise<{ path: string } | { path: null, because: string }>}
 */
export async function getElectron() {
  if (process.env.CASEBOUND_SHELL === 'browser') return { path: null, because: 'CASEBOUND_SHELL asks for it' };
  if (!hasDisplay()) return { path: null, because: 'there is no display for an Electron window' };
  const path = findElectron();
  if (path) return { path };
  console.log("Electron's own binary is not here yet; downloading it (CASEBOUND_SHELL=browser does without) …");
  const download = await downloadElectron({ patience: 10_000 });
  const downloaded = download.done ? findElectron() : null;
  if (downloaded) return { path: downloaded };
  const because = download.done ? 'the download left no binary' : download.because;
  return { path: null, because: `Electron's own binary could not be downloaded (${because})` };
}

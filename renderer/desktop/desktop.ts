import type { Desktop } from '#bridge/desktop.ts';
import { inBrowser } from './in-browser.ts';
import { inElectron } from './in-electron.ts';

/** The shell this window runs in. The window uses it and never asks which it is. */
export const desktop: Desktop = globalThis.casebound ? inElectron(globalThis.casebound) : inBrowser();

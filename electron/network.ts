import type { Session } from 'electron';
import { isOwnAddress } from './window-address.ts';

/** Chromium's own switches, set before the app is ready: nothing is fetched, looked up or reported on its own account. */
export const quietSwitches: [name: string, value?: string][] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-quic'],
  ['disable-sync'],
  ['no-pings'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
];

/** Added outside development, where the window's own server is on this machine: no name is ever resolved. */
export const noNames: [name: string, value: string] = ['host-resolver-rules', 'MAP * ~NOTFOUND'];

/** What the window may ask of the person's machine: to copy text, to show a video in full screen, to keep its data for good. */
const allowedPermissions = new Set(['clipboard-sanitized-write', 'fullscreen', 'persistent-storage']);

/** The parts of Electron's session that are closed. */
export interface ClosableSession {
  webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
  setPermissionRequestHandler: Session['setPermissionRequestHandler'];
  setPermissionCheckHandler: Session['setPermissionCheckHandler'];
  setDevicePermissionHandler: Session['setDevicePermissionHandler'];
  setSpellCheckerEnabled: Session['setSpellCheckerEnabled'];
  setSpellCheckerDictionaryDownloadURL: Session['setSpellCheckerDictionaryDownloadURL'];
}

/**
 * Closes a session: every request but those of the app to itself is cancelled, every permission but the few it uses is
 * refused, and dictionaries are never fetched. `devAddress` is the window's own server in development.
 */
export function closeNetwork(session: ClosableSession, devAddress: string | undefined): void {
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    answer({ cancel: !mayLoad(url, devAddress) });
  });
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(allowedPermissions.has(permission) && isOwnAddress(details.requestingUrl, devAddress));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return allowedPermissions.has(permission) && isOwnAddress(origin, devAddress);
  });
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  // Where something turns it on again all the same, the dictionary is looked for in the app itself and not found.
  session.setSpellCheckerDictionaryDownloadURL('app://casebound/dictionaries/');
}

/** Says whether the window may load an address: its own files, bytes it made itself, and the developer's tools. */
export function mayLoad(address: string, devAddress: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol === 'blob:' || url.protocol === 'data:' || url.protocol === 'devtools:') return true;
  if (url.protocol === 'ws:') return isOwnAddress(`http:${address.slice('ws:'.length)}`, devAddress);
  return isOwnAddress(address, devAddress);
}

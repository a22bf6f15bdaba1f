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
  // No proxy is looked for either: a network could name one, or a script that chooses one.
  ['no-proxy-server'],
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
  setSpellCheckerLanguages: Session['setSpellCheckerLanguages'];
  setSpellCheckerDictionaryDownloadURL: Session['setSpellCheckerDictionaryDownloadURL'];
}

/** What a session may do: the addresses it may load, and the pages that may ask for one of the few permissions. */
export interface Reach {
  mayLoad(address: string): boolean;
  mayAsk(address: string): boolean;
}

export const nothing: Reach = { mayLoad: () => false, mayAsk: () => false };

/** The reach of the app's own window. `devAddress` is its server in development. */
export function windowReach(devAddress: string | undefined): Reach {
  return {
    mayLoad: (address) => mayLoad(address, devAddress),
    mayAsk: (address) => isOwnAddress(address, devAddress),
  };
}

/**
 * Closes a session: every request beyond its reach is cancelled, every permission but the few the app uses is refused, no
 * device is given, and dictionaries are never fetched. A second call replaces what the first one allowed.
 */
export function closeSession(session: ClosableSession, reach: Reach): void {
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    answer({ cancel: !reach.mayLoad(url) });
  });
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(allowedPermissions.has(permission) && details.isMainFrame && reach.mayAsk(details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return allowedPermissions.has(permission) && reach.mayAsk(origin);
  });
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  // Where something turns it on again all the same, the dictionary is looked for in the app itself and not found.
  session.setSpellCheckerDictionaryDownloadURL('app://casebound/dictionaries/');
}

/** Says whether the window may load an address: its own files, bytes it made itself, in development the developer's tools. */
export function mayLoad(address: string, devAddress: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol === 'blob:' || url.protocol === 'data:') return true;
  if (url.protocol === 'devtools:') return devAddress !== undefined;
  if (url.protocol === 'ws:') return isOwnAddress(`http:${address.slice('ws:'.length)}`, devAddress);
  return isOwnAddress(address, devAddress);
}

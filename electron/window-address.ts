/** The scheme and host the window's files are served under; its IndexedDB belongs to this origin. */
export const windowAddress = 'app://casebound/index.html';

/** Says whether an address is the app's own: the built window, or in development the address its server has. */
export function isOwnAddress(address: string, devAddress: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, origin } = new URL(address);
  if (protocol === 'app:') return host === 'casebound';
  return devAddress !== undefined && origin === new URL(devAddress).origin;
}

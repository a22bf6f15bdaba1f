import { DesktopError } from '#bridge/desktop.ts';

/** An address that may be opened outside, in its normal form; refuses all but http and https. */
export function webAddress(address: string): string {
  const url = URL.parse(address);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new DesktopError('refused', `Only web addresses are opened outside: ${address}`);
  }
  return url.href;
}

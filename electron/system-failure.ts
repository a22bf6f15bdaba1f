import { DesktopError, type DesktopFailure } from '#bridge/desktop.ts';

const codes: Record<string, DesktopFailure> = {
  ENOENT: 'not-found',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
};
const denied = new Set(['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'EBUSY', 'ETXTBSY', 'ENOTDIR']);

/**
 * What the file system threw, as the contract's error, the system's words kept. `denied` errors are `not-readable` or
 * `not-writable`, as the caller was reading or writing.
 */
export function systemFailure(error: unknown, whenDenied: 'not-readable' | 'not-writable'): DesktopError {
  if (error instanceof DesktopError) return error;
  if (!(error instanceof Error)) return new DesktopError('failed', String(error));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return new DesktopError(denied.has(code) ? whenDenied : (codes[code] ?? 'failed'), error.message);
}

import { DesktopError, type DesktopFailure } from '#bridge/desktop.ts';

const codes: Record<string, DesktopFailure> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'not-found',
  NotReadableError: 'not-readable',
  QuotaExceededError: 'disk-full',
  NoModificationAllowedError: 'not-writable',
  InvalidStateError: 'not-writable',
};

/** What the browser threw, as the contract's error; the browser's own words are kept as its message. */
export function browserFailure(error: unknown): DesktopError {
  if (error instanceof DesktopError) return error;
  if (!(error instanceof Error)) return new DesktopError('failed', String(error));
  return new DesktopError(codes[error.name] ?? 'failed', error.message);
}

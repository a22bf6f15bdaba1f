import type { Id } from '#domain/id.ts';

/** Gives the case that the address of the window names, as in `#/case/<id>/notes`; undefined on the start screen. */
export function caseOfAddress(hash: string): Id | undefined {
  return /^#\/case\/([^/?]+)/.exec(hash)?.[1];
}

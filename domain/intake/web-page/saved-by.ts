import type { PageFacts } from './page-facts.ts';

/** What the program that saved a page wrote of it. */
export interface SavedBy {
  readonly tool?: string;
  readonly address?: string;
  /** When it was saved, as written. */
  readonly saved?: string;
}

/** So far into a page such a program writes its comment. */
const LOOKED_AT = 16_384;

/**
 * Reads what stands at the top of a page that a program saved: the comment of SingleFile, the one of browsers (`saved from url=`), the
 * one of HTTrack, the `meta` elements of Save Page WE. Empty where no program tells of itself. A page can write such a comment itself:
 * it is what the file says.
 */
export function savedBy(html: string, meta: PageFacts['meta']): SavedBy {
  for (const [, comment = ''] of html.slice(0, LOOKED_AT).matchAll(/<!--([\s\S]*?)-->/g)) {
    const told = ofComment(comment);
    if (told) return told;
  }
  const said = (name: string) => meta.find(([called]) => called.toLowerCase() === name)?.[1].trim();
  const [address, saved] = [said('savepage-url'), said('savepage-date')];
  return address === undefined && saved === undefined ? {} : stated('Save Page WE', address, saved);
}

function ofComment(comment: string): SavedBy | undefined {
  if (/^\s*Page saved with SingleFile/.test(comment)) {
    const line = (name: string) => new RegExp(`^[ \\t]*${name}:[ \\t]*(.*?)[ \\t]*$`, 'm').exec(comment)?.[1];
    return stated('SingleFile', line('url'), line('saved date'));
  }
  const [, length, rest = ''] = /^\s*saved from url=\((\d{4})\)([\s\S]*)$/.exec(comment) ?? [];
  if (length !== undefined) {
    const address = rest.slice(0, Number(length)).trim();
    return stated(undefined, address.startsWith('about:') ? undefined : address, undefined);
  }
  const [, place, version, date] =
    /^\s*Mirrored from (\S+) by HTTrack Website Copier\/(\S+).*?,\s*(\w{3}, \d{2} \w{3} \d{4} [\d:]{8} GMT)\s*$/.exec(
      comment,
    ) ?? [];
  return place === undefined ? undefined : { ...stated('HTTrack', place, date), tool: `HTTrack ${version}` };
}

function stated(tool: string | undefined, address: string | undefined, saved: string | undefined): SavedBy {
  return {
    ...(tool === undefined ? {} : { tool }),
    ...(address ? { address } : {}),
    ...(saved ? { saved } : {}),
  };
}

import type { Citation } from '#domain/note/document.ts';
import { citationMark } from '#domain/note/walk.ts';

let name: (citation: Citation) => string = () => citationMark;

/** Says how citations are called in plain text (`EX-12`), for the case that is open; copied out of a note, a chip says that. */
export function callCitations(nameOf: (citation: Citation) => string): void {
  name = nameOf;
}

/** Gives what a citation is called in plain text. */
export function nameOf(citation: Citation): string {
  return name(citation);
}

import type { Cue } from '#domain/evidence/kinds/video.ts';

/** Says whether a text begins as Advanced SubStation Alpha does. */
export function looksLikeAss(head: string): boolean {
  return /^\ufeff?\s*(?:;.*\s+|!:.*\s+)*\[Script Info\]/i.test(head);
}

const TIME = /^\s*(\d+):(\d{2}):(\d{2})[.:](\d{1,3})\s*$/;
/** The columns where no `Format` line names them. */
const USUAL = ['layer', 'start', 'end', 'style', 'name', 'marginl', 'marginr', 'marginv', 'effect', 'text'];

/**
 * Reads the dialogue of ASS or SSA subtitles in the order of time; comments and drawings are left out, marks inside the text taken
 * away. Lines (counted from 1) that say they are dialogue and cannot be read are given back.
 */
export function readAss(text: string): { cues: Cue[]; unread: { line: number; text: string }[] } {
  const cues: Cue[] = [];
  const unread: { line: number; text: string }[] = [];
  let columns = USUAL;
  let isEvents = false;
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const section = /^\s*\[(.+)\]\s*$/.exec(line)?.[1];
    if (section !== undefined) isEvents = section.toLowerCase() === 'events';
    const [, sort = '', rest = ''] = (isEvents && /^(Format|Dialogue):(.*)$/i.exec(line)) || [];
    if (/^format$/i.test(sort)) columns = rest.split(',').map((name) => name.trim().toLowerCase());
    if (!/^dialogue$/i.test(sort)) continue;
    const cue = cueOf(rest, columns);
    if (!cue) unread.push({ line: at + 1, text: line });
    else if (cue.text !== '') cues.push(cue);
  }
  return { cues: cues.toSorted((a, b) => a.from - b.from), unread };
}

/** The text is the last column and may hold commas. */
function cueOf(rest: string, columns: readonly string[]): Cue | undefined {
  const parts = rest.split(',');
  const values = [...parts.slice(0, columns.length - 1), parts.slice(columns.length - 1).join(',')];
  const column = (name: string) => values[columns.indexOf(name)] ?? '';
  const [from, to] = [secondsOf(column('start')), secondsOf(column('end'))];
  if (from === undefined) return undefined;
  return { from, ...(to !== undefined && to >= from ? { to } : {}), text: plain(column('text')) };
}

function secondsOf(text: string): number | undefined {
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [, hours, minutes, seconds, part = ''] = found;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return whole + Number(part.padEnd(3, '0')) / 1000;
}

function plain(text: string): string {
  // Between \p1 and \p0 stand the points of a drawing.
  const spoken = text.replace(/\{[^{}]*\\p[1-9][^{}]*\}[\s\S]*?(?:\{[^{}]*\\p0[^{}]*\}|$)/g, '');
  return spoken
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\\N|\\n/g, '\n')
    .replaceAll('\\h', '\u00a0')
    .trim();
}

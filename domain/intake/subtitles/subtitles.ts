import type { Cue } from '#domain/evidence/kinds/video.ts';
import { looksLikeAss, readAss } from './subtitles-ass.ts';

/** A subtitle file read: what is shown when, and the lines that could not be read. */
export interface SubtitleReading {
  readonly format: 'vtt' | 'srt' | 'ass';
  readonly cues: readonly Cue[];
  /** Lines counted from 1. */
  readonly unread: readonly { readonly line: number; readonly text: string }[];
}

const TIME = '(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})';
const TIMING = new RegExp(`^\\s*${TIME}\\s*-->\\s*${TIME}(?:\\s.*)?$`);

/** Says whether a text begins as WebVTT, SubRip or SubStation Alpha does. */
export function looksLikeSubtitles(head: string): boolean {
  const text = head.replace(/^\ufeff/, '');
  return (
    looksLikeAss(text) ||
    /^WEBVTT(?:[ \t\r\n]|$)/.test(text) ||
    (/^\s*\d+\s*\r?\n/.test(text) && TIMING.test(text.trimStart().split(/\r?\n/)[1] ?? ''))
  );
}

/**
 * Reads WebVTT, SubRip or SubStation Alpha. Marks inside the text (voices, colours, word times) are taken away. Automatic captions roll: each cue
 * repeats the line before it; those repeats are left out, so that every line is there once, from when it first shows.
 */
export function readSubtitles(text: string): SubtitleReading {
  if (looksLikeAss(text)) return { format: 'ass', ...readAss(text) };
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const format = lines[0]?.startsWith('WEBVTT') ? 'vtt' : 'srt';
  // A cue of YouTube can begin with a line of one space, which ends nothing in WebVTT.
  const isEmpty = (line: string) => (format === 'vtt' ? line : line.trim()) === '';
  const shown: { cue: Cue; lines: string[] }[] = [];
  const unread: { line: number; text: string }[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const timing = TIMING.exec(line);
    if (timing) {
      const end = blockEnd(lines, at + 1, isEmpty);
      const body = lines
        .slice(at + 1, end)
        .map(plainLine)
        .filter((one) => one !== '');
      shown.push({ cue: { ...timesOf(timing), text: '' }, lines: body });
      at = end;
    } else if (line.includes('-->')) {
      unread.push({ line: at + 1, text: line });
      at = blockEnd(lines, at + 1, isEmpty);
    } else if (format === 'vtt' && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)) {
      at = blockEnd(lines, at + 1, isEmpty);
    } else at += 1;
  }
  const cues = isRolling(shown, text)
    ? unrolled(shown)
    : shown.map(({ cue, lines: body }) => ({ ...cue, text: body.join('\n') }));
  return { format, cues: cues.filter((cue) => cue.text !== ''), unread };
}

/** A block ends at an empty line; a writer that forgets it is caught by the next timing. */
function blockEnd(lines: readonly string[], from: number, isEmpty: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && !isEmpty(lines[at] ?? '') && !TIMING.test(lines[at] ?? '')) at += 1;
  // The number above a timing that follows without an empty line belongs to that one.
  return at < lines.length &&
    TIMING.test(lines[at] ?? '') &&
    /^\d+$/.test((lines[at - 1] ?? '').trim()) &&
    at - 1 >= from
    ? at - 1
    : at;
}

function timesOf(timing: RegExpExecArray): { from: number; to?: number } {
  const seconds = (at: number) =>
    (Number(timing[at] ?? 0) * 3_600_000 +
      Number(timing[at + 1]) * 60_000 +
      Number(timing[at + 2]) * 1000 +
      Number((timing[at + 3] ?? '').padEnd(3, '0'))) /
    1000;
  const from = seconds(1);
  const to = seconds(5);
  return to >= from ? { from, to } : { from };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '\u200e', rlm: '\u200f' };

function plainLine(line: string): string {
  return line
    .replace(/<\/?[a-z0-9][^<>]*>/gi, '')
    .replace(/\{\\[^{}]*\}/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim();
}

type Shown = readonly { readonly cue: Cue; readonly lines: readonly string[] }[];

/** Captions roll when they time single words, or when most cues begin with the line that the one before ended on. */
function isRolling(shown: Shown, text: string): boolean {
  let repeats = 0;
  for (const [at, { cue, lines }] of shown.entries()) {
    const before = shown[at - 1];
    if (before && isNext(before.cue, cue) && overlap(before.lines, lines) > 0) repeats += 1;
  }
  const timesWords = /<\d{2}:\d{2}(?::\d{2})?\.\d{3}>/.test(text);
  return repeats > 0 && (timesWords || (shown.length >= 4 && repeats >= (shown.length - 1) * 0.6));
}

function isNext(before: Cue, cue: Cue): boolean {
  return before.to !== undefined && cue.from >= before.from && cue.from - before.to <= 0.05;
}

/** How many lines at the end of one cue stand again at the beginning of the next. */
function overlap(before: readonly string[], lines: readonly string[]): number {
  for (let size = Math.min(before.length, lines.length); size > 0; size -= 1) {
    if (before.slice(-size).every((line, at) => line === lines[at])) return size;
  }
  return 0;
}

function unrolled(shown: Shown): Cue[] {
  return shown.map(({ cue, lines }, at) => {
    const before = shown[at - 1];
    const again = before && isNext(before.cue, cue) ? overlap(before.lines, lines) : 0;
    return { ...cue, text: lines.slice(again).join('\n') };
  });
}

/** Gives the text of cues as one, a line for each. */
export function transcriptOf(cues: readonly Cue[]): string {
  return cues.map((cue) => cue.text).join('\n');
}

/** Gives the language that a subtitle file's name states before its ending: `fr` of `Film.fr.vtt`, `en-orig` of `Film.en-orig.srt`. */
export function languageInName(name: string): string | undefined {
  return /\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(?:vtt|srt|ass|ssa)$/i.exec(name)?.[1];
}

import { postText, type Run } from './kinds/telegram.ts';

/** Gives the runs with neighbours of one formatting joined and empty ones left out; the text is the same. */
export function joinedRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = joined.at(-1);
    if (last && last.kind === run.kind && last.href === run.href) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined;
}

/** Gives the runs from `from` to `to` (UTF-16 units of the whole text), the first and the last one cut where they must be. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const found: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (end > from && at < to && text !== '') found.push({ ...run, text });
    at = end;
  }
  return found;
}

/** Gives the runs with the stretch from `from` to `to` replaced. */
export function withRuns(runs: readonly Run[], from: number, to: number, instead: readonly Run[]): Run[] {
  return joinedRuns([...sliceRuns(runs, 0, from), ...instead, ...sliceRuns(runs, to, Number.POSITIVE_INFINITY)]);
}

/**
 * Gives the runs after their text was edited as plain text: what stands before and after the edit keeps its formatting; what
 * is new takes the formatting of the run it stands inside of, and none at the border of two.
 */
export function withText(runs: readonly Run[], text: string): Run[] {
  const before = postText([...runs]);
  const [from, rest] = unchanged(before, text);
  const to = before.length - rest;
  const added = text.slice(from, text.length - rest);
  const inside = runAround(runs, from, to);
  return withRuns(runs, from, to, [inside ? { ...inside, text: added } : { kind: 'plain', text: added }]);
}

/** How many units at the beginning and at the end are alike; never half of a surrogate pair. */
function unchanged(a: string, b: string): [from: number, rest: number] {
  const most = Math.min(a.length, b.length);
  let from = 0;
  while (from < most && a[from] === b[from]) from += 1;
  if (from > 0 && isHigh(a.charCodeAt(from - 1))) from -= 1;
  let rest = 0;
  while (rest < most - from && a[a.length - 1 - rest] === b[b.length - 1 - rest]) rest += 1;
  if (rest > 0 && isLow(a.charCodeAt(a.length - rest))) rest -= 1;
  return [from, rest];
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** The run that holds the whole stretch and goes on beyond it on both sides. */
function runAround(runs: readonly Run[], from: number, to: number): Run | undefined {
  let at = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    if (at < from && to < end) return run;
    at = end;
  }
  return undefined;
}

/** Says whether the text has any formatting at all. */
export function hasFormatting(runs: readonly Run[]): boolean {
  return runs.some((run) => run.kind !== 'plain');
}

import { earliest, latest, type Moment } from '#domain/moment.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import type { Choice, Drop, Importer, Item, Progress, Recognised, Survey } from './importer.ts';

/** The only part of a file that holds one thing, or things that are chosen one by one. */
export const WHOLE = 'whole';

/**
 * Makes an importer of files that are quickly read whole: its survey is one reading with the drafts counted by kind and let go.
 * `items` reads everything; what was not chosen is left out here.
 */
export function importerOfItems(
  { name, version, recognise }: Pick<Importer, 'name' | 'version' | 'recognise'>,
  items: (found: Recognised, drop: Drop, progress: Progress, choice: Choice | undefined) => AsyncGenerator<Item>,
): Importer {
  return {
    name,
    version,
    recognise,
    survey: (found, drop, progress) => surveyItems(found.main, items(found, drop, progress, undefined)),
    async *read(found, drop, choice, progress) {
      for await (const item of items(found, drop, progress, choice)) {
        if (!('draft' in item) ? choice.parts.has(WHOLE) : isChosen(item.draft, choice)) yield item;
      }
    },
  };
}

async function surveyItems(main: string, items: AsyncGenerator<Item>): Promise<Survey> {
  const counts: Record<string, number> = {};
  const findings: Finding[] = [];
  const things: Pick<Draft, 'key' | 'edition'>[] = [];
  let title: string | undefined;
  let first: Moment | undefined;
  let last: Moment | undefined;
  for await (const item of items) {
    if ('finding' in item) {
      findings.push(item.finding);
      continue;
    }
    if ('note' in item) {
      const { key, edition } = item.note;
      counts.note = (counts.note ?? 0) + 1;
      things.push({ key, edition });
      title ??= item.note.title;
      continue;
    }
    const { key, edition, exhibit } = item.draft;
    const { kind } = exhibit;
    counts[kind] = (counts[kind] ?? 0) + 1;
    things.push({ key, edition });
    title ??= exhibit.title;
    const moment = whenOf(item.draft);
    if (!moment) continue;
    if (!first || earliest(moment) < earliest(first)) first = moment;
    if (!last || latest(moment) > latest(last)) last = moment;
  }
  const shown = title || main;
  const part = { id: WHOLE, title: shown, counts, ...(first ? { first } : {}), ...(last ? { last } : {}) };
  return { title: shown, parts: things.length === 0 ? [] : [part], findings, things };
}

function whenOf({ exhibit }: Draft): Moment | undefined {
  return exhibit.happened ?? exhibit.published;
}

/** Says whether a draft is among those chosen: its key named where keys are, and not known to be outside the dates. */
function isChosen(draft: Draft, choice: Choice): boolean {
  if (!choice.parts.has(WHOLE)) return false;
  if (choice.keys && !choice.keys.has(draft.key)) return false;
  return isWithinDates(draft, choice);
}

/** Says whether a draft is not known to be outside the chosen dates. */
export function isWithinDates(draft: Draft, choice: Pick<Choice, 'from' | 'to'>): boolean {
  const moment = whenOf(draft);
  if (!moment) return true;
  return !(
    (choice.from !== undefined && latest(moment) < choice.from) ||
    (choice.to !== undefined && earliest(moment) > choice.to)
  );
}

import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { fateOf, knownExhibits, knownNotes } from '#domain/intake/fate.ts';
import type { Choice } from '#domain/intake/importer.ts';
import type { Mapping } from '#domain/intake/table/mapping.ts';
import { saidAndServiceSorts } from '#domain/intake/telegram/telegram-sorts.ts';
import type { Note } from '#domain/note.ts';
import type { Chosen, Found } from './intake-protocol.ts';
import type { Choices } from './use-intake.ts';

/** How much of a find the case holds already; null where its things are too many to name beforehand. */
export interface Here {
  readonly total: number;
  readonly here: number;
  readonly inTrash: number;
  readonly edited: number;
  /** A file of the same bytes that comes before it among those given; absent when there is none. */
  readonly twinOf?: string;
  /** The labels of exhibits that have a file of the same bytes under another name or as part of something else. */
  readonly alsoIn: readonly string[];
}

/** Tells for each find, by its `n`, what of it is in the case already, and which are the same bytes again. */
export function hereOf(
  found: readonly Found[],
  exhibits: Iterable<Exhibit>,
  notes: Iterable<Note>,
): Map<number, Here | null> {
  const all = [...exhibits];
  const known = new Map([...knownExhibits(all), ...knownNotes(notes)]);
  const holders = labelsByFile(all);
  const seen = new Map<string, string>();
  return new Map(
    found.map(({ n, main, survey }) => {
      if (!survey.things) return [n, null];
      let twinOf: string | undefined;
      const fates = survey.things.map((thing) => {
        const fate = fateOf(thing, known).is;
        const name = JSON.stringify([thing.key, thing.edition]);
        const first = seen.get(name);
        if (first === undefined) seen.set(name, main);
        if (first === undefined || first === main || fate === 'here' || fate === 'in-trash') return fate;
        twinOf = first;
        return 'here';
      });
      const count = (is: (typeof fates)[number]) => fates.filter((fate) => fate === is).length;
      const here = { total: fates.length, here: count('here'), inTrash: count('in-trash'), edited: count('edited') };
      const alsoIn = fates.includes('new') ? survey.things.flatMap(({ key }) => holders.get(key) ?? []) : [];
      return [n, { ...here, ...(twinOf === undefined ? {} : { twinOf }), alsoIn: [...new Set(alsoIn)] }];
    }),
  );
}

/** The labels of exhibits by what an importer calls a file of theirs: its bytes. */
function labelsByFile(exhibits: readonly Exhibit[]): Map<string, string[]> {
  const files = exhibits
    .filter(({ gone }) => gone === undefined)
    .flatMap(({ assets, label }) => Object.keys(assets).map((sha256) => ({ key: `sha256:${sha256}`, label })));
  return new Map([...groupsBy(files, ({ key }) => key)].map(([key, held]) => [key, held.map(({ label }) => label)]));
}

/** Says whether taking a find in would change nothing. */
export function isAllHere(here: Here | null | undefined): boolean {
  return here !== null && here !== undefined && here.here + here.inTrash === here.total;
}

/** Gives what is chosen at first: everything that is not here already, but for what is left unless asked for. */
export function firstChoices(found: readonly Found[], here: ReadonlyMap<number, Here | null>): Choices {
  const wanted = found.filter(
    ({ n, survey, leftUnlessChosen }) => !leftUnlessChosen && survey.parts.length > 0 && !isAllHere(here.get(n)),
  );
  return new Map(wanted.map((one) => [one.n, allOf(one)]));
}

/** What the person said of the columns of tables, by find. */
export type Mappings = ReadonlyMap<number, Mapping>;

/**
 * Gives the choice of all parts of a find. Of a table these are its rows once its columns are mapped, and before that only the file
 * itself.
 */
export function allOf({ n, survey }: Found, mappings: Mappings = new Map()): Choice {
  const needy = survey.parts.filter(({ needs }) => needs !== undefined);
  const parts =
    needy.length === 0 ? survey.parts : mappings.has(n) ? needy : survey.parts.filter((part) => !needy.includes(part));
  return { parts: new Set(parts.map(({ id }) => id)) };
}

/** Gives the choices with some finds chosen whole, or left. */
export function withFinds(
  choices: Choices,
  finds: readonly Found[],
  isChosen: boolean,
  mappings: Mappings = new Map(),
): Choices {
  const next = new Map(choices);
  for (const found of finds) {
    if (isChosen && found.survey.parts.length > 0) next.set(found.n, allOf(found, mappings));
    else next.delete(found.n);
  }
  return next;
}

/** Gives the choices with one part of a find chosen or left. */
export function withPart(choices: Choices, found: Found, part: string, isChosen: boolean): Choices {
  const parts = new Set(choices.get(found.n)?.parts);
  if (isChosen) parts.add(part);
  else parts.delete(part);
  const next = new Map(choices);
  if (parts.size > 0) next.set(found.n, { ...choices.get(found.n), parts });
  else next.delete(found.n);
  return next;
}

/** Gives the choices with what Telegram tells of by itself taken from a find too, or left. */
export function withService(choices: Choices, { n }: Found, isChosen: boolean): Choices {
  const { sorts: _, ...choice } = choices.get(n) ?? { parts: new Set<string>() };
  return new Map(choices).set(n, isChosen ? { ...choice, sorts: saidAndServiceSorts } : choice);
}

/** How many messages of the chosen parts of a find Telegram tells of by itself. */
export function serviceMessages({ survey }: Found, choice: Choice | undefined): number {
  const chosen = survey.parts.filter(({ id, chat }) => chat && choice?.parts.has(id));
  return chosen.reduce((sum, { counts }) => sum + (counts.service ?? 0), 0);
}

/** Gives the choices with everything known to be earlier or later left out. Epoch milliseconds. */
export function withinDates(choices: Choices, from: number | undefined, to: number | undefined): Choices {
  if (from === undefined && to === undefined) return choices;
  return new Map(
    [...choices].map(([n, choice]) => [
      n,
      { ...choice, ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    ]),
  );
}

/** The messages picked by hand in some chats: by find, part and key. A chat that is not named is taken whole. */
export type Picks = ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<string>>>;

/** Gives the picks with those of one part put in place; of none, the part is whole again. */
export function withPicks(picks: Picks, n: number, part: string, keys: ReadonlySet<string>): Picks {
  const parts = new Map(picks.get(n));
  if (keys.size > 0) parts.set(part, keys);
  else parts.delete(part);
  return new Map(picks).set(n, parts);
}

/** Gives what is to be read: each find once for all its whole parts, and once more for each part of which messages were picked. */
export function chosenOf(choices: Choices, picks: Picks, mappings: Mappings = new Map()): Chosen[] {
  return [...choices].flatMap(([n, chosen]) => {
    const mapping = mappings.get(n);
    const choice = mapping ? { ...chosen, mapping } : chosen;
    const picked = [...(picks.get(n) ?? [])].filter(([part]) => choice.parts.has(part));
    const whole = new Set([...choice.parts].filter((part) => !picked.some(([other]) => other === part)));
    return [
      ...(whole.size > 0 ? [{ n, choice: { ...choice, parts: whole } }] : []),
      ...picked.map(([part, keys]) => ({ n, choice: { ...choice, parts: new Set([part]), keys } })),
    ];
  });
}

/** Gives things in groups of one key, groups and things in the order they came. */
export function groupsBy<T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

import { emptyExhibit, exhibitSchema } from '#domain/evidence/exhibit.ts';
import type { Draft, NoteDraft } from '#domain/intake/draft.ts';
import { dropOf } from '#domain/intake/drop.fixture.ts';
import type { Drop } from '#domain/intake/importer.ts';
import { importers, recogniseAll } from '#domain/intake/importers.ts';
import { fields, type Mapping } from '#domain/intake/table/mapping.ts';
import type { TableForm } from '#domain/intake/table/table-form.ts';
import { noteDocumentSchema } from '#domain/note/document.ts';
import { settleCitations } from '#domain/note/settle-citations.ts';
import { diceOf, mutate } from './mutate.ts';
import { seeds } from './seeds.ts';

const id = '01900000-0000-7000-8000-000000000001';
const noRecords = { exhibits: new Map(), claims: new Map(), tags: new Map(), sources: new Map() };
const made = { at: '2026-01-01T00:00:00.000Z-0000-00000001', by: id, device: id };

/** The importers that no seed stands for. */
export async function importersWithoutSeed(): Promise<string[]> {
  const known = new Set<string>();
  for (const { importer, files } of seeds) {
    const found = await recogniseAll(dropOf(files));
    if (!found.some((one) => one.importer.name === importer))
      throw new Error(`A seed of ${importer} is not known as such.`);
    known.add(importer);
  }
  return importers.map(({ name }) => name).filter((name) => !known.has(name));
}

/** Takes the input of a number in, whole: everything is recognised, surveyed, read and kept. Fails when a promise is broken. */
export async function tryIntake(number: number): Promise<void> {
  const dice = diceOf(number);
  const seed = seeds[dice(seeds.length)];
  if (!seed) return;
  const encoded = Object.entries(seed.files).map(([path, content]): [string, Uint8Array] => [
    path,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  ]);
  const drop = dropOf(mutate(Object.fromEntries(encoded), dice));
  for (const { importer, found } of await recogniseAll(drop)) {
    const survey = await importer.survey(found, drop, () => undefined);
    const { table } = survey;
    const choice = {
      parts: new Set(survey.parts.map(({ id: part }) => part)),
      sorts: new Set(['message', 'service']),
      ...(table ? { mapping: mappingWith(table.form, dice) } : {}),
    };
    for await (const item of importer.read(found, drop, choice, () => undefined)) {
      if ('draft' in item) checkDraft(item.draft, drop);
      if ('note' in item) checkNote(item.note);
    }
    const original = await importer.original?.(found, drop, choice);
    if (original && !drop.has(original.file.path))
      throw new Error(`The original is not in the drop: ${original.file.path}`);
  }
  if (Reflect.get(globalThis, 'ran') !== undefined) throw new Error('Something in the input was run.');
  if (Reflect.get({}, 'polluted') !== undefined) throw new Error('The input reached the prototype of all objects.');
}

/** Says something of every column, whether it fits or not. */
function mappingWith(form: TableForm, dice: (sides: number) => number): Mapping {
  return {
    form,
    kind: 'by-address',
    columns: Array.from({ length: 4 }, () => fields[dice(fields.length)] ?? 'keep'),
    dates: 'not-chosen',
    zone: 'unknown',
    tagSeparator: ',',
    same: dice(2) === 0 ? 'row' : 0,
  };
}

/** A note must be a text that the editor and a case file take. */
function checkNote({ read }: NoteDraft): void {
  const { document } = settleCitations(read, noRecords, () => id);
  noteDocumentSchema.parse(JSON.parse(JSON.stringify(document)));
}

/** A draft must be an exhibit that the store and a case file take, and name no file from outside what was given. */
function checkDraft(draft: Draft, drop: Drop): void {
  for (const file of draft.files) {
    if (!drop.has(file.path)) throw new Error(`A draft names a file that was not given: ${file.path}`);
    if (/[/\\]/.test(file.name)) throw new Error(`A file's name leads into a folder: ${file.name}`);
  }
  const { key, edition, raw } = draft;
  const exhibit = Object.assign(emptyExhibit(draft.exhibit.kind), draft.exhibit, {
    id,
    case: id,
    made,
    stamps: {},
    label: 'EX-1',
    key,
    edition,
    ...(raw === undefined ? {} : { raw }),
  });
  const read = exhibitSchema.safeParse(JSON.parse(JSON.stringify(exhibit)));
  if (!read.success) throw new Error(`A draft is no exhibit: ${read.error.message}`);
}

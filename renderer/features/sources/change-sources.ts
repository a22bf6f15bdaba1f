import type { Id } from '#domain/id.ts';
import type { Source, SourceSort } from '#domain/source.ts';
import { change } from '#store/change.ts';

/** Makes a source from its name and sort; the rest is filled in on its page. Gives its id. */
export async function makeSource(caseId: Id, name: string, what: SourceSort): Promise<Id> {
  const made = await change(caseId, 'source.make', (c) =>
    c.make('sources', {
      name: name.trim(),
      aliases: [],
      what,
      handles: [],
      party: false,
      confidential: false,
      pseudonym: '',
      remarks: '',
    }),
  );
  return made.id;
}

/** Edits some fields of a source as one change. */
export async function editSource(caseId: Id, id: Id, fields: Partial<Source>): Promise<void> {
  await change(caseId, 'source.edit', (c) => c.edit('sources', id, (source) => ({ ...source, ...fields })));
}

/** Puts a source into the trash, and the given exhibits with it, as one change. */
export async function trashSource(caseId: Id, id: Id, exhibits: readonly Id[]): Promise<void> {
  await change(caseId, 'source.trash', async (c) => {
    await c.trash('sources', id);
    for (const exhibit of exhibits) await c.trash('exhibits', exhibit);
  });
}

/** Brings a source back, and with it the exhibits that went in the same change. */
export async function restoreSource(caseId: Id, source: Source, exhibits: readonly Id[]): Promise<void> {
  await change(caseId, 'source.restore', async (c) => {
    await c.restore('sources', source.id);
    for (const exhibit of exhibits) await c.restore('exhibits', exhibit);
  });
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { caseFileSchema } from '#domain/case-file/format.ts';
import { journalEntrySchema } from '#domain/journal.ts';
import { revisionSchema } from '#domain/note.ts';
import { schemas, tableNames } from '#domain/tables.ts';

const doc = readFileSync('docs/case-file.md', 'utf8');

/** Every name of a field within a schema, at any depth. */
function fieldsOf(schema: z.ZodType): string[] {
  const names = new Set<string>();
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, inside] of Object.entries(part)) {
      if (key === 'properties' && typeof inside === 'object' && inside !== null)
        for (const name of Object.keys(inside)) names.add(name);
      walk(inside);
    }
  };
  walk(z.toJSONSchema(schema, { unrepresentable: 'any' }));
  return [...names];
}

/** Whether a field's name stands in the description, within a piece of code. */
function isTold(name: string): boolean {
  const code = [...doc.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`]+)`/g)]
    .map(([, inside]) => inside ?? '')
    .join('\n');
  return new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code);
}

test.each([
  ...tableNames.map((table): [string, z.ZodType] => [table, schemas[table]]),
  ['data/case.json', caseFileSchema],
  ['revisions', revisionSchema],
  ['journal', journalEntrySchema],
])('the description of the format tells of every field: %s', (_, schema) => {
  const fields = fieldsOf(schema);
  expect(fields.length).toBeGreaterThan(3);
  expect(fields.filter((name) => !isTold(name))).toEqual([]);
});

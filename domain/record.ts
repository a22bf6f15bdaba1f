import { z } from 'zod';
import { idSchema } from './id.ts';
import { stampSchema } from './stamp.ts';

/**
 * How a field merges. Each schema says it for its own fields: `set` (of texts, merged per element), `map` (by key, merged
 * per entry), `group` (an object merged field by field); every other field is plain and the later stamp wins.
 */
export const parts = z.registry<{ part: 'set' | 'map' | 'group' }>();

/** A field that holds a set of texts; kept as an array without repeats. */
export function setOf<T extends z.ZodType<string>>(element: T) {
  return z.array(element).register(parts, { part: 'set' });
}

/** A field that holds entries by key, so that two people's additions both stay. */
export function mapOf<T extends z.ZodType>(value: T) {
  return z.record(z.string().min(1), value).register(parts, { part: 'map' });
}

/** A field that holds an object whose fields merge one by one. */
export function groupOf<T extends z.ZodRawShape>(shape: T) {
  return z.object(shape).register(parts, { part: 'group' });
}

/** What every record has. `made` never changes; `stamps` holds the paths changed since; `gone` means in the trash. */
export const recordFields = {
  id: idSchema,
  case: idSchema,
  made: z.object({ at: stampSchema, by: idSchema, device: idSchema }),
  stamps: z.record(z.string(), stampSchema),
  gone: stampSchema.optional(),
};
const recordSchema = z.object(recordFields);
export type CaseRecord = z.infer<typeof recordSchema>;

/** The fields that a person fills in: a record without what every record has. */
export type Fields<T> = T extends CaseRecord ? Omit<T, keyof CaseRecord> : never;

/** A whole record's schema from its own fields. */
export function recordOf<T extends z.ZodRawShape>(fields: T) {
  return z.object({ ...recordFields, ...fields });
}

import { z } from 'zod';
import { sameJson } from './json.ts';
import { type CaseRecord, parts } from './record.ts';
import type { Stamp } from './stamp.ts';

/** How the fields of a record merge, by name. */
export type Shape = { [field: string]: 'plain' | 'set' | 'map' | Shape };

/** What happened at one path of a record; an absent side means that nothing was there. For an element of a set the value is `true`. */
export interface FieldChange {
  path: string;
  before?: unknown;
  after?: unknown;
}

const fixed = new Set(['id', 'case', 'made', 'stamps', 'gone']);
const shapes = new WeakMap<z.ZodType, Shape>();

/** Reads from a record's schema how its fields merge. For a union on `kind` the record's own kind decides. */
export function shapeOf(schema: z.ZodType, record: object): Shape {
  const own = schema instanceof z.ZodDiscriminatedUnion ? memberFor(schema, record) : schema;
  if (!(own instanceof z.ZodObject)) throw new TypeError('A record is described by an object schema.');
  const known = shapes.get(own);
  if (known) return known;
  const shape = objectShape(own);
  shapes.set(own, shape);
  return shape;
}

function memberFor(union: z.ZodDiscriminatedUnion, record: object): z.core.SomeType | undefined {
  const kind = 'kind' in record ? record.kind : undefined;
  return union.options.find((option) => {
    const literal = option instanceof z.ZodObject ? option.shape.kind : undefined;
    return literal instanceof z.ZodLiteral && literal.value === kind;
  });
}

function objectShape(schema: z.ZodObject): Shape {
  const shape: Shape = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    if (fixed.has(name)) continue;
    const part = field instanceof z.ZodType ? parts.get(field)?.part : undefined;
    if (part === 'group' && field instanceof z.ZodObject) shape[name] = objectShape(field);
    else shape[name] = part === 'set' || part === 'map' ? part : 'plain';
  }
  return shape;
}

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});
const elementsOf = (value: unknown): Set<unknown> => new Set(Array.isArray(value) ? value : []);

/** Gives what differs between two states of a record, path by path; empty when they say the same. */
export function differences(shape: Shape, before: object, after: object): FieldChange[] {
  return compare(shape, fieldsOf(before), fieldsOf(after), '');
}

function compare(shape: Shape, before: Fields, after: Fields, at: string): FieldChange[] {
  return Object.entries(shape).flatMap(([name, part]) => {
    const path = at + name;
    const [a, b] = [before[name], after[name]];
    if (part === 'plain') return changed(path, a, b);
    if (part === 'set') {
      const [x, y] = [elementsOf(a), elementsOf(b)];
      return [...new Set([...x, ...y])].flatMap((e) =>
        changed(`${path}/${e}`, x.has(e) || undefined, y.has(e) || undefined),
      );
    }
    const [x, y] = [fieldsOf(a), fieldsOf(b)];
    if (part === 'map')
      return [...new Set([...Object.keys(x), ...Object.keys(y)])].flatMap((k) => changed(`${path}/${k}`, x[k], y[k]));
    return compare(part, x, y, `${path}/`);
  });
}

function changed(path: string, before: unknown, after: unknown): FieldChange[] {
  if (sameJson(before, after)) return [];
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

/** Reads what stands at a path: the value, `true` for a present element of a set, undefined for nothing. */
export function valueAt(shape: Shape, record: object, path: string): unknown {
  return read(shape, fieldsOf(record), path);
}

function read(shape: Shape, fields: Fields, path: string): unknown {
  const [name, rest] = splitPath(path);
  const part = shape[name];
  if (part === undefined) return undefined;
  if (part === 'plain') return fields[name];
  if (part === 'set') return elementsOf(fields[name]).has(rest) || undefined;
  if (part === 'map') return fieldsOf(fields[name])[rest];
  return read(part, fieldsOf(fields[name]), rest);
}

function splitPath(path: string): [name: string, rest: string] {
  const slash = path.indexOf('/');
  return slash < 0 ? [path, ''] : [path.slice(0, slash), path.slice(slash + 1)];
}

/** Gives the record with the `after` of each change in place and stamped. The record given is left as it is. */
export function withChanges<T extends CaseRecord>(shape: Shape, record: T, changes: FieldChange[], stamp: Stamp): T {
  let next: T = record;
  for (const change of changes) next = { ...next, ...write(shape, fieldsOf(next), change.path, change.after) };
  const stamps = { ...record.stamps };
  for (const change of changes) stamps[change.path] = stamp;
  return { ...next, stamps };
}

/** Writes a value at a path; an undefined plain field stays as an explicit absence, so that a spread overwrites. */
function write(shape: Shape, fields: Fields, path: string, value: unknown): Fields {
  const [name, rest] = splitPath(path);
  const part = shape[name];
  if (part === undefined) throw new TypeError(`No field ${path}.`);
  if (part === 'plain') return { [name]: value };
  if (part === 'set') {
    const elements = elementsOf(fields[name]);
    if (value === undefined) elements.delete(rest);
    else elements.add(rest);
    return { [name]: [...elements] };
  }
  if (part === 'map') {
    const { [rest]: _, ...others } = fieldsOf(fields[name]);
    return { [name]: value === undefined ? others : { ...others, [rest]: value } };
  }
  const group = fieldsOf(fields[name]);
  return { [name]: { ...group, ...write(part, group, rest, value) } };
}

import type { Json } from '#domain/json.ts';

/** A JSON object as it was read; its names are whatever stood in the file. */
export type JsonObject = { readonly [name: string]: Json };

/** Says whether a value is an object with members (no array, not null). */
export function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Gives a member of an object; what the object only inherits is none of its members. */
export function member(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Gives a member that is a text with something in it. */
export function textOf(object: JsonObject, name: string): string | undefined {
  const value = member(object, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Gives a member that is a number. */
export function numberOf(object: JsonObject, name: string): number | undefined {
  const value = member(object, name);
  return typeof value === 'number' ? value : undefined;
}

/** Gives a member that is a list; none when it is anything else. */
export function listOf(object: JsonObject, name: string): readonly Json[] {
  const value = member(object, name);
  return Array.isArray(value) ? value : [];
}

/** Gives a copy without some members; names such as `__proto__` are copied as the members that they are. */
export function without(object: JsonObject, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.has(name)));
}

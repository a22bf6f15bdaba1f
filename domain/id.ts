import { v7 } from 'uuid';
import { z } from 'zod';

/** A UUIDv7 (RFC 9562): unique without asking anyone, and sorted by the moment it was made. */
export const idSchema = z.uuid({ version: 'v7' });
export type Id = string;

/** Makes a new id. */
export function newId(): Id {
  return v7();
}

/** Gives the moment an id was made, in milliseconds since 1970, UTC. */
export function idTime(id: Id): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}

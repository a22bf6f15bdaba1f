import { v7 } from 'uuid';
import { z } from 'zod';

/** A UUIDv7 (RFC 9562): unique without asking anyone, and sorted by the moment it was made. */
export const idSchema = z.uuid({ version: 'v7' });
export type Id = string;

/** Makes a new id. */
export function newId(): Id {
  return v7();
}

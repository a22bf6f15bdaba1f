import type { Run } from '#domain/evidence/kinds/telegram.ts';
import { postText, runSchema } from '#domain/evidence/kinds/telegram.ts';
import type { Json } from '#domain/json.ts';
import { isObject, type JsonObject, member, textOf } from './telegram-fields.ts';

/** The text of a message. */
export interface ReadText {
  readonly runs: Run[];
  /** The runs hold all that the file says; when not, what stood there is to be kept beside them. */
  readonly complete: boolean;
}

const KINDS: ReadonlySet<string> = new Set(runSchema.shape.kind.options);
const PLAIN_MEMBERS = new Set(['type', 'text', 'href', 'user_id']);

/**
 * Reads the text of a message from `text` (a text, or a list of texts and entities) and `text_entities` (since 4.1.2, which
 * counts where both are there). Empty runs, which writers leave at the end, are dropped; entities of unknown types are kept
 * as such. Not complete when the two disagree, when an entity has members of its own (`language`, `document_id`), or when
 * something is no text at all.
 */
export function readText(text: Json | undefined, entities: Json | undefined): ReadText {
  const old = read(text);
  if (!Array.isArray(entities)) return old;
  const now = read(entities);
  const same = text === undefined || postText(old.runs) === postText(now.runs);
  return { runs: now.runs, complete: now.complete && same };
}

function read(value: Json | undefined): ReadText {
  if (value === undefined || value === '') return { runs: [], complete: true };
  if (typeof value === 'string') return { runs: [{ kind: 'plain', text: value }], complete: true };
  if (!Array.isArray(value)) return { runs: [], complete: false };
  const runs: Run[] = [];
  let complete = true;
  for (const part of value) {
    const run = typeof part === 'string' ? { kind: 'plain' as const, text: part } : readEntity(part);
    if (run && run.text !== '') runs.push(run);
    complete &&= run !== undefined && (typeof part === 'string' || isPlain(part));
  }
  return { runs, complete };
}

function isPlain(part: Json): boolean {
  return isObject(part) && Object.entries(part).every(([name, value]) => PLAIN_MEMBERS.has(name) || value === '');
}

function readEntity(entity: Json): Run | undefined {
  if (!isObject(entity)) return undefined;
  const text = member(entity, 'text');
  if (typeof text !== 'string') return undefined;
  const type = textOf(entity, 'type') ?? 'unknown';
  return { kind: kindOf(type), text, ...addressOf(type, entity) };
}

function kindOf(type: string): Run['kind'] {
  const parsed = KINDS.has(type) ? runSchema.shape.kind.safeParse(type) : undefined;
  return parsed?.success ? parsed.data : 'unknown';
}

/** A mention without a handle names a person by number only; Telegram's own address says it. */
function addressOf(type: string, entity: JsonObject): { href?: string } {
  const href = textOf(entity, 'href');
  if (href !== undefined) return { href };
  const user = member(entity, 'user_id');
  const isId = typeof user === 'number' || (typeof user === 'string' && /^\d+$/.test(user));
  return type === 'mention_name' && isId ? { href: `tg://user?id=${user}` } : {};
}

import type { AssetUse, Exhibit } from '#domain/evidence/exhibit.ts';
import type { TelegramBody } from '#domain/evidence/kinds/telegram.ts';
import { sameJson } from '#domain/json.ts';
import type { Draft } from './draft.ts';
import { isObject, member } from './telegram/telegram-fields.ts';

/** What was read again of something that is here, with the files that lay beside it this time. */
export type Reread = Pick<Draft, 'exhibit' | 'raw'> & {
  readonly assets: Readonly<Record<string, Omit<AssetUse, 'order'>>>;
};

/**
 * Gives an exhibit with what was missing when it was taken in and is there now: files that were not among those given, and what
 * only an export's pages say (a forward's own date, a signature). Nothing that stands there is changed, and nothing that a person
 * took away or altered is brought back; the same exhibit when there is nothing to add.
 */
export function completed(exhibit: Exhibit, reread: Reread): Exhibit {
  const files = missingFiles(exhibit, reread.assets);
  const body = bodyOf(exhibit, reread.exhibit);
  if (files.length === 0 && !body) return exhibit;
  const first = Math.max(-1, ...Object.values(exhibit.assets).map(({ order }) => order)) + 1;
  const assets = {
    ...exhibit.assets,
    ...Object.fromEntries(files.map(([sha256, use], n) => [sha256, { ...use, order: first + n }])),
  };
  if (!body || exhibit.kind !== 'telegram') return { ...exhibit, assets };
  const words = isObject(reread.raw) ? member(reread.raw, FORWARDED) : undefined;
  const raw = exhibit.raw ?? {};
  const isTold = words !== undefined && isObject(raw) && member(raw, FORWARDED) === undefined;
  return { ...exhibit, assets, body, ...(isTold ? { raw: { ...raw, [FORWARDED]: words } } : {}) };
}

/** How the date of a forward stands raw as the page had it. */
const FORWARDED = 'html_forwarded_date';

/** Says how many files {@link completed} would add. */
export function filesAdded(exhibit: Exhibit, { assets }: Pick<Reread, 'assets'>): number {
  return missingFiles(exhibit, assets).length;
}

/** An exhibit lacks a file where it holds fewer of its sort than were read now; a small picture is not missed where the whole one is. */
function missingFiles({ assets, stamps }: Exhibit, read: Reread['assets']): [string, Omit<AssetUse, 'order'>][] {
  const held = Object.values(assets);
  const all = Object.entries(read);
  const originals = (uses: readonly Pick<AssetUse, 'role'>[]) => uses.filter(({ role }) => role === 'original').length;
  const lacksOriginals = originals(held) < originals(all.map(([, use]) => use));
  return all.filter(
    ([sha256, { role }]) =>
      !assets[sha256] &&
      stamps[`assets/${sha256}`] === undefined &&
      (role === 'original' ? lacksOriginals : held.length < all.length),
  );
}

function bodyOf(exhibit: Exhibit, read: Reread['exhibit']): TelegramBody | undefined {
  if (exhibit.kind !== 'telegram' || read.kind !== 'telegram') return undefined;
  const { body, stamps } = exhibit;
  const { forwarded: own } = body;
  const { forwarded: told, signature } = read.body;
  const isOpen = (field: string) => stamps[`body/${field}`] === undefined;
  const next = { ...body };
  if (own && told?.at && !own.at && sameJson({ ...own }, withoutTime(told)) && isOpen('forwarded'))
    next.forwarded = told;
  if (signature !== undefined && body.signature === undefined && isOpen('signature')) next.signature = signature;
  return sameJson(next, body) ? undefined : next;
}

function withoutTime({ at: _, ...rest }: NonNullable<TelegramBody['forwarded']>) {
  return rest;
}

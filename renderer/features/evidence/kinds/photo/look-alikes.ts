import { assetsOf, type Exhibit } from '#domain/evidence/exhibit.ts';
import { ALIKE, lookDistance } from '#domain/picture-look.ts';
import { AssetMissing } from '#store/assets.ts';
import { pictureLook } from '#store/previews.ts';

/** Two pictures that look alike: one of an exhibit that was asked about, and one of another. */
export interface LookAlike {
  readonly of: Exhibit;
  readonly own: string;
  readonly other: string;
  readonly exhibit: Exhibit;
  /** In how many of 256 points they differ; 0 can still be two different files. */
  readonly distance: number;
}

/** So many pairs are held against each other before the window has its turn. */
const STRETCH = 20_000;

/**
 * Looks at every picture of the case, small, and gives those of other exhibits that look like one of the given ones', the likest first;
 * of two given ones each pair once. The first time it may take a while: small pictures are made and kept. `report` is told how many were
 * looked at, of how many.
 */
export async function findLookAlikes(
  asked: readonly Exhibit[],
  all: Iterable<Exhibit>,
  {
    signal,
    report,
  }: { readonly signal: AbortSignal; readonly report: (progress: { done: number; total: number }) => void },
): Promise<LookAlike[]> {
  const known = new Set(asked.map(({ id }) => id));
  const others = [...all].filter(({ id, gone }) => !known.has(id) && gone === undefined);
  const mine = asked.flatMap(picturesWith);
  const pictures = mine.length === 0 ? [] : [...mine, ...others.flatMap(picturesWith)];
  const looks: (Pictured & { look: string })[] = [];
  let pairs = 0;
  const nearest = new Map<string, LookAlike>();
  for (const [done, picture] of pictures.entries()) {
    report({ done, total: pictures.length });
    const look = await lookHere(picture.sha256, signal);
    if (look === null) continue;
    for (const own of looks) {
      pairs += 1;
      if (pairs % STRETCH === 0) await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      const distance = own.exhibit.id === picture.exhibit.id ? Number.POSITIVE_INFINITY : lookDistance(own.look, look);
      const pair = `${own.exhibit.id} ${picture.exhibit.id} ${picture.sha256}`;
      if (distance <= ALIKE && distance < (nearest.get(pair)?.distance ?? Number.POSITIVE_INFINITY))
        nearest.set(pair, {
          of: own.exhibit,
          own: own.sha256,
          other: picture.sha256,
          exhibit: picture.exhibit,
          distance,
        });
    }
    if (done < mine.length) looks.push({ ...picture, look });
  }
  return [...nearest.values()].toSorted((a, b) => a.distance - b.distance);
}

interface Pictured {
  readonly sha256: string;
  readonly exhibit: Exhibit;
}

function picturesWith(exhibit: Exhibit): Pictured[] {
  return picturesOf(exhibit).map((sha256) => ({ sha256, exhibit }));
}

function picturesOf(exhibit: Exhibit): string[] {
  return assetsOf(exhibit).flatMap(([sha256, { mime }]) => (mime.startsWith('image/') ? [sha256] : []));
}

/** A picture whose bytes are on another device has no look here. */
async function lookHere(sha256: string, signal: AbortSignal): Promise<string | null> {
  try {
    return await pictureLook(sha256, signal);
  } catch (error) {
    if (error instanceof AssetMissing) return null;
    throw error;
  }
}

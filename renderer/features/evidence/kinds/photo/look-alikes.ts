import { assetsOf, type Exhibit } from '#domain/evidence/exhibit.ts';
import { ALIKE, lookDistance } from '#domain/picture-look.ts';
import { AssetMissing } from '#store/assets.ts';
import { pictureLook } from '#store/previews.ts';

/** Two pictures that look alike: one of the exhibit that was asked about, and one of another. */
export interface LookAlike {
  readonly own: string;
  readonly other: string;
  readonly exhibit: Exhibit;
  /** In how many of 256 points they differ; 0 can still be two different files. */
  readonly distance: number;
}

/**
 * Looks at every picture of the case, small, and gives those of other exhibits that look like one of this one's, the likest first.
 * The first time it may take a while: small pictures are made and kept. `report` is told how many were looked at, of how many.
 */
export async function findLookAlikes(
  exhibit: Exhibit,
  all: Iterable<Exhibit>,
  {
    signal,
    report,
  }: { readonly signal: AbortSignal; readonly report: (progress: { done: number; total: number }) => void },
): Promise<LookAlike[]> {
  const own = picturesOf(exhibit);
  const others = [...all]
    .filter(({ id, gone }) => id !== exhibit.id && gone === undefined)
    .flatMap((other) => picturesOf(other).map((sha256) => ({ sha256, exhibit: other })));
  const looks: { own: string; look: string }[] = [];
  for (const sha256 of own) {
    const look = await lookHere(sha256, signal);
    if (look !== null) looks.push({ own: sha256, look });
  }
  const found: LookAlike[] = [];
  for (const [done, { sha256, exhibit: other }] of others.entries()) {
    report({ done, total: others.length });
    const look = looks.length === 0 ? null : await lookHere(sha256, signal);
    if (look === null) continue;
    const [nearest] = looks
      .map((mine) => ({ own: mine.own, distance: lookDistance(mine.look, look) }))
      .toSorted((a, b) => a.distance - b.distance);
    if (nearest && nearest.distance <= ALIKE) found.push({ ...nearest, other: sha256, exhibit: other });
  }
  return found.toSorted((a, b) => a.distance - b.distance);
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

import type { Claim } from '#domain/claim.ts';
import type { Excerpt } from '#domain/excerpt.ts';
import type { Id } from '#domain/id.ts';
import type { Stance } from '#domain/link.ts';
import { requestFor } from '#features/evidence/request.ts';

/** Exhibits to be linked to a claim; which exhibits is asked when none is given. */
export interface ClaimLinking {
  claim: Id;
  exhibits: readonly Id[];
  stance?: Stance | undefined;
  excerpt?: Excerpt | undefined;
  /** The reason to begin with. */
  because?: string | undefined;
}

/** Asked by a claim's row, view or block; answered by the dialogs of the claims. */
export const linkingClaim = requestFor<ClaimLinking>();

/** What a new claim begins with. */
export interface ClaimMaking {
  text?: string | undefined;
  question?: Id | undefined;
  /** The note and sentence it is made from. */
  from?: Claim['from'];
  /** Told when the claim is on disk, to cite it where it came from. */
  onMade?: ((claim: Claim) => void) | undefined;
}

/** Asked by a note's selection, a question, a command; answered by the dialogs of the claims. */
export const makingClaim = requestFor<ClaimMaking>();

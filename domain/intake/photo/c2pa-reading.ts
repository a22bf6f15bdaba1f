import { z } from 'zod';

/**
 * What a C2PA manifest says and whether the file is as it was when it was signed. `bound`: `intact` when every hash and the
 * signature fit; `altered` when one does not; `not-checked` when the library cannot tell. Whether the signer is to be trusted is
 * another matter and never judged here: no list of trusted certificates is at hand.
 */
export const c2paReadingSchema = z.discriminatedUnion('found', [
  z.object({ found: z.literal('none') }),
  /** A type of file in which manifests are not looked for. */
  z.object({ found: z.literal('not-looked'), why: z.string() }),
  z.object({ found: z.literal('unreadable'), why: z.string() }),
  z.object({
    found: z.literal('manifest'),
    bound: z.enum(['intact', 'altered', 'not-checked']),
    /** The library's codes for what does not fit, such as `assertion.dataHash.mismatch`. */
    faults: z.array(z.string()),
    generator: z.string().exactOptional(),
    title: z.string().exactOptional(),
    /** The labels of all that is asserted. */
    assertions: z.array(z.string()),
    /** What was done, as stated: `c2pa.opened`, `c2pa.color_adjustments`. */
    actions: z.array(z.string()),
    signer: z
      .object({ subject: z.string(), issuer: z.string(), from: z.string(), to: z.string(), expired: z.boolean() })
      .exactOptional(),
    /** When a time-stamping service says that it was signed. */
    signed: z.string().exactOptional(),
  }),
]);
export type C2paReading = z.infer<typeof c2paReadingSchema>;

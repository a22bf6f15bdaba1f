/** Why something was passed over, or is told before it is taken in. Each has words in both languages in features/intake. */
export type FindingCode =
  | 'not-readable' // these bytes are not what the format says
  | 'cut-short' // the file ends in the middle
  | 'too-large' // beyond what is read, before it was read
  | 'unknown-form' // kept raw, not understood
  | 'file-missing' // named, but not among the dropped files
  | 'not-exported' // the exporting person or program left it out
  | 'unsafe-path' // a name that leads out of the folder
  | 'private-left-out' // the exporting person's own contacts, sessions, numbers, addresses
  | 'nothing-inside'
  | 'clock-conflict'; // two of its times cannot both be right

/** Something to tell the person about a dropped file: where, what, and in the file's own words. */
export interface Finding {
  readonly code: FindingCode;
  /** The file's path as dropped. */
  readonly path: string;
  /** Where in it, as the format counts: `message 428640`, `line 12`, `byte 4096`. */
  readonly place?: string;
  /** The part that cannot be said in general: the name that is missing, what stood there instead. */
  readonly detail?: string;
}

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
  | 'locked' // a password is needed to read it
  | 'clock-conflict' // two of its times cannot both be right
  | 'doubtful-date' // a date stands there that tells something else: the file's on its server, a clock that was never set
  | 'doubtful-place' // a place stands there that tells something else: no fix, nothing measured
  | 'values-differ' // two places in the file say different things of the same matter
  | 'misleading-name' // the name says another type than the bytes, or is written so as to be read wrongly
  | 'guessed' // not stated in the file: its encoding, what parts its columns
  | 'altered-since-signed' // the file's own signed manifest (C2PA) names other bytes than these
  | 'hash-differs' // the bytes are not those that its list of hashes names
  | 'hash-same' // the bytes are those that its list of hashes names
  | 'not-a-date' // a cell of a table whose column was said to hold dates
  | 'two-dates' // 3/4/2024, where nobody said whether the day or the month comes first
  | 'not-a-place' // a cell that holds no coordinates
  | 'not-an-address' // a cell that holds no address of the web
  | 'several-addresses' // only the first of them has a field
  | 'row-too-long' // more cells than columns: they may stand in the wrong ones
  | 'row-too-short'
  | 'row-unclosed' // a quotation mark is opened and never closed
  | 'row-without-id' // the cell that was to name it is empty
  | 'row-again' // an earlier row of the table has the same name
  | 'row-says-nothing' // nothing stands in the columns that have a field
  | 'letters-lost' // some bytes are no letters in this encoding
  | 'picture-named' // a picture is named by an address: it is not looked for, the address stands in the note
  | 'citation-unknown' // a number is cited that nothing in the case has
  | 'citation-other' // a number is cited that something else has here
  | 'hash-unstated' // a file of an archive for which no hash is stated, or none of a known sort
  | 'records-same' // so many records of an archive are those that their digests state
  | 'signature-unjudged' // it is signed, and nobody looked whether rightly
  | 'hash-doubled'; // the list has the hash of the bytes taken twice, a known fault of the writer: the bytes are right

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

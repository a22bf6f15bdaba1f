/** What can be wrong with a case file. The window has a sentence for each. */
export const faults = [
  'missing', // listed, or needed, and not there
  'extra', // there, and not listed
  'altered', // its bytes are not those that were listed
  'listed-twice',
  'unsafe-path', // absolute, with `..`, `~`, a drive, a backslash
  'twin', // a name that differs from another only in case or in how its accents are written
  'not-a-plain-file', // a link, or encrypted
  'too-large', // beyond what this version reads, or grows beyond what it says of itself
  'count', // Payload-Oxum does not agree
  'not-readable', // not of the form it must have
  'invalid-record', // does not pass the gate of its kind
  'unknown-content', // has fields that this version does not know
  'wrong-case', // belongs to another case
  'repeated', // an id or a place in the order that was there before
  'journal', // the chain does not hold together
  'dangling', // refers to something that is not in the file
] as const;
export type Fault = (typeof faults)[number];

/** One thing found in a file: where, what is wrong, and what was expected and found there, in technical words. */
export interface Finding {
  /** The path inside the bag. */
  file: string;
  /** Counted from 1. */
  line?: number;
  fault: Fault;
  expected: string;
  /** Left out where there is nothing, or nothing that says more than the fault. */
  found?: string;
}

/** Why a file is not opened. */
export class CaseFileRefused extends Error {
  readonly code: 'not-a-case-file' | 'newer-format' | 'case-file-damaged';
  readonly findings: Finding[];
  constructor(code: CaseFileRefused['code'], message: string, findings: Finding[] = []) {
    super(message);
    this.name = 'CaseFileRefused';
    this.code = code;
    this.findings = findings;
  }
}

/** What a file of a newer format says of itself: its format, and the program that wrote it; `read` is the newest that is read here. */
export interface NewerFormat {
  format: number;
  written: string;
  read: number;
}

/** Why a file of a newer format is not opened. */
export class CaseFileNewer extends CaseFileRefused {
  readonly newer: NewerFormat;
  constructor(newer: NewerFormat) {
    const { format, written, read } = newer;
    super('newer-format', `Format ${format}, written by ${written}; format ${read} is the newest that is read here.`);
    this.newer = newer;
  }
}

/** A finding as one line of text, for copying. */
export function findingLine({ file, line, fault, expected, found = '' }: Finding): string {
  return `${file}${line === undefined ? '' : `:${line}`}\t${fault}\t${expected}\t${found}`;
}

const longestShown = 80;

/** What was found, short enough for a list. */
export function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

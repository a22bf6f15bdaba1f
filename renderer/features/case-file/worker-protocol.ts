import type { Finding, NewerFormat } from '#domain/case-file/finding.ts';
import type { Written } from '#domain/case-file/write.ts';
import type { Id } from '#domain/id.ts';
import type { Brought } from './bring-case-file.ts';

/** What the window asks of the worker that reads and writes case files: one job for each worker. */
export type Asked =
  | { type: 'write'; caseId: Id; program: string; now: Date }
  | { type: 'pull' }
  | { type: 'open'; existing: 'leave' | 'renew'; file: { size: number; blob?: Blob } }
  /** Bytes of a file that only the window can read, in answer to `read`. */
  | { type: 'bytes'; of: number; bytes: ArrayBuffer }
  | { type: 'unreadable'; of: number; message: string }
  | { type: 'stop' };

/** What the worker answers. */
export type Answered =
  | { type: 'progress'; bytes: number; total: number }
  | { type: 'piece'; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'written'; written: Written }
  | { type: 'read'; of: number; from: number; to: number }
  | { type: 'brought'; brought: Brought }
  | { type: 'failed'; failure: Failed };

/** An error as it crosses from worker to window. Without a code it is a bug. */
export interface Failed {
  code: string | null;
  message: string;
  stack: string;
  findings: Finding[];
  newer: NewerFormat | null;
}

/** A failure of the worker's, in the window. With a code it was foreseen and is told where the person acted. */
export class CaseFileFailed extends Error {
  readonly code: string;
  readonly findings: Finding[];
  readonly newer: NewerFormat | null;
  constructor(code: string, failed: Failed) {
    super(failed.message, { cause: new Error(failed.stack) });
    this.name = 'CaseFileFailed';
    this.code = code;
    this.findings = failed.findings;
    this.newer = failed.newer;
  }
}

/** Gives the error to throw in the window for a failure of the worker's. */
export function failureOf(failed: Failed): Error {
  if (failed.code !== null) return new CaseFileFailed(failed.code, failed);
  return new Error(failed.message, { cause: new Error(failed.stack) });
}

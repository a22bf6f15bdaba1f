import type { NoteDraft } from '#domain/intake/draft.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { ActionProgress } from '#ui/use-action.ts';
import type { GivenFile } from './dropped-files.ts';
import type { Answered, Asked, Chosen, Read, Stored, Surveyed } from './intake-protocol.ts';

/** A failure of the worker's that was foreseen, in the window. */
export class IntakeFailed extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'IntakeFailed';
    this.code = code;
  }
}

/** What comes of a reading before its end. */
type Part = Extract<Answered, { type: 'some' | 'one' }>;

interface Tools {
  readonly signal: AbortSignal;
  readonly report: (progress: ActionProgress) => void;
}

/**
 * One drop being taken in, in a worker of its own: first surveyed, then read. Aborting a step ends the worker and with it
 * the intake; what it had stored of files that no record names is swept like any unfinished upload.
 */
export class Intake {
  readonly #worker = new Worker(new URL('./intake-worker.ts', import.meta.url), { type: 'module' });

  /** Recognises the files and gives what would be taken in; nothing is written. */
  async survey(files: readonly GivenFile[], tools: Tools): Promise<Surveyed> {
    const answer = await this.#ask({ type: 'survey', files }, tools);
    return answer.type === 'surveyed' ? answer : { found: [] };
  }

  /** Reads what was chosen and stores its files; records are the caller's to make. */
  async read(chosen: readonly Chosen[], tools: Tools): Promise<readonly Read[]> {
    const all: Read[] = [];
    let drafts: Stored[] = [];
    let notes: NoteDraft[] = [];
    let findings: Finding[] = [];
    await this.#ask({ type: 'read', chosen }, tools, (part) => {
      if (part.type === 'some') {
        drafts.push(...part.drafts);
        notes.push(...part.notes);
        findings.push(...part.findings);
      } else {
        all.push({ ...part.one, drafts, notes, findings });
        [drafts, notes, findings] = [[], [], []];
      }
    });
    return all;
  }

  /** Ends the worker. */
  end(): void {
    this.#worker.terminate();
  }

  #ask(asked: Asked, { signal, report }: Tools, take: (part: Part) => void = () => undefined): Promise<Answered> {
    const worker = this.#worker;
    return new Promise<Answered>((resolve, reject) => {
      const stop = () => {
        worker.terminate();
        reject(signal.reason);
      };
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }: MessageEvent<Answered>) => {
        if (data.type === 'progress') return report(data);
        if (data.type === 'some' || data.type === 'one') return take(data);
        signal.removeEventListener('abort', stop);
        if (data.type !== 'failed') return resolve(data);
        reject(
          data.code === null
            ? new Error(data.message, { cause: new Error(data.stack) })
            : new IntakeFailed(data.code, data.message),
        );
      };
      worker.postMessage(asked);
    });
  }
}

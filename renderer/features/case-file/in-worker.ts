import type { ChosenFile } from '#bridge/desktop.ts';
import type { Written } from '#domain/case-file/write.ts';
import type { Id } from '#domain/id.ts';
import type { Brought } from './bring-case-file.ts';
import { type Answered, type Asked, failureOf } from './worker-protocol.ts';

type Done = (done: { bytes: number; total: number }) => void;

function startWorker() {
  const worker = new Worker(new URL('./case-file-worker.ts', import.meta.url), { type: 'module' });
  const ask = (message: Asked, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  return { worker, ask };
}

/**
 * Writes a case file in a worker and gives it as a stream that is read at the reader's own pace; `end` is called with what went in
 * when all of it has been read. `before` is awaited first. Cancelling the stream ends the worker.
 */
export function writeInWorker(
  wanted: { caseId: Id; program: string },
  on: { before: () => Promise<void>; progress: Done; end: (written: Written) => void },
): ReadableStream<Uint8Array> {
  const { worker, ask } = startWorker();
  let next: { resolve(answer: Answered): void; reject(error: Error): void } | null = null;
  worker.onmessage = ({ data }: MessageEvent<Answered>) => {
    if (data.type === 'progress') on.progress(data);
    else if (data.type === 'failed') next?.reject(failureOf(data.failure));
    else next?.resolve(data);
  };
  worker.onerror = (event) => next?.reject(new Error(event.message));
  return new ReadableStream<Uint8Array>(
    {
      async start() {
        await on.before();
        ask({ type: 'write', ...wanted, now: new Date() });
      },
      async pull(controller) {
        try {
          const answer = await new Promise<Answered>((resolve, reject) => {
            next = { resolve, reject };
            ask({ type: 'pull' });
          });
          if (answer.type === 'piece') return controller.enqueue(answer.bytes);
          if (answer.type === 'written') on.end(answer.written);
          controller.close();
          worker.terminate();
        } catch (error) {
          worker.terminate();
          throw error;
        }
      },
      cancel() {
        worker.terminate();
      },
    },
    { highWaterMark: 1 },
  );
}

/** Opens a case file in a worker: see `bringCaseFile`. Rejects with the abort's reason when the signal aborts; nothing stays then. */
export async function openInWorker(
  file: ChosenFile,
  existing: 'leave' | 'renew',
  signal: AbortSignal,
  progress: Done,
): Promise<Brought> {
  signal.throwIfAborted();
  const { worker, ask } = startWorker();
  const stop = () => ask({ type: 'stop' });
  signal.addEventListener('abort', stop);
  try {
    return await new Promise<Brought>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }: MessageEvent<Answered>) => {
        switch (data.type) {
          case 'progress':
            return progress(data);
          case 'read':
            return void readFor(file, data, ask);
          case 'brought':
            return resolve(data.brought);
          case 'failed':
            return reject(signal.aborted ? signal.reason : failureOf(data.failure));
          case 'piece':
          case 'written':
            return;
        }
      };
      ask({ type: 'open', existing, file: { size: file.size, ...(file instanceof Blob && { blob: file }) } });
    });
  } finally {
    signal.removeEventListener('abort', stop);
    worker.terminate();
  }
}

async function readFor(
  file: ChosenFile,
  { of, from, to }: Extract<Answered, { type: 'read' }>,
  ask: (message: Asked, transfer?: Transferable[]) => void,
): Promise<void> {
  try {
    const bytes = await file.slice(from, to).arrayBuffer();
    ask({ type: 'bytes', of, bytes }, [bytes]);
  } catch (error) {
    ask({ type: 'unreadable', of, message: error instanceof Error ? error.message : String(error) });
  }
}

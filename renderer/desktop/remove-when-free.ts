import { browserFailure } from './browser-failure.ts';

const longestWaitMs = 30_000;

/**
 * Removes something from the browser's file system, waiting for it to be let go of. Subtle: a writable that was aborted says so
 * before the browser's own process has freed its file; on a busy machine a removal at once is refused. Tells whether it is
 * gone; when it is still held after half a minute, it stays.
 */
export async function removeWhenFree(remove: () => Promise<void>): Promise<boolean> {
  const end = Date.now() + longestWaitMs;
  for (let wait = 10; ; wait = Math.min(wait * 2, 1000)) {
    try {
      await remove();
      return true;
    } catch (error) {
      const name = error instanceof DOMException ? error.name : '';
      if (name === 'NotFoundError') return true;
      if (!['NoModificationAllowedError', 'InvalidModificationError'].includes(name)) throw browserFailure(error);
      if (Date.now() > end) return false;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** How much room the store uses and whether the browser may clear it by itself. */
export interface StorageRoom {
  /** Bytes used, as the browser counts them. */
  used: number;
  /** Bytes the browser says could be used; a guess of its own. */
  quota: number;
  persistent: boolean;
}

/** Asks the browser how much room is used. */
export async function storageRoom(): Promise<StorageRoom> {
  const [{ usage, quota }, persistent] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return { used: usage ?? 0, quota: quota ?? 0, persistent };
}

/** Asks that the browser never clears the store by itself; tells whether it agreed. */
export async function askForPersistence(): Promise<boolean> {
  return (await navigator.storage.persisted()) || (await navigator.storage.persist());
}

import type { FileFilter, SavedFile } from '#bridge/desktop.ts';
import { browserFailure } from './browser-failure.ts';
import { pour } from './pour.ts';
import { removeWhenFree } from './remove-when-free.ts';

type Picker = NonNullable<typeof showSaveFilePicker>;

/**
 * Saves a stream through the browser's own save dialogue. The browser writes to a swap file and puts it in place only when
 * it is whole. Subtle: the dialogue itself creates the chosen file empty, and empties one that the person agreed to
 * replace, before it answers; so what an abandoned save leaves there is an empty file, which is removed.
 */
export async function saveByPicker(
  picker: Picker,
  wanted: { name: string; filter: FileFilter; signal?: AbortSignal },
  write: () => ReadableStream<Uint8Array>,
): Promise<SavedFile | null> {
  const file = await picked(picker, wanted);
  if (!file) return null;
  const failed = (error: unknown) => {
    throw browserFailure(error);
  };
  const writable = await file.createWritable().catch(failed);
  return pour(
    write(),
    {
      write: (bytes) => writable.write(bytes).catch(failed),
      finish: async () => {
        await writable.close().catch(failed);
        return { name: file.name, place: null };
      },
      abandon: async () => {
        await writable.abort().catch(() => undefined); // a writable that failed is aborted already
        const left = await file.getFile();
        if (left.size === 0) await removeWhenFree(async () => file.remove?.());
      },
    },
    wanted.signal,
  );
}

async function picked(picker: Picker, wanted: { name: string; filter: FileFilter }) {
  try {
    return await picker({
      suggestedName: wanted.name,
      types: [
        {
          description: wanted.filter.name,
          accept: { 'application/octet-stream': wanted.filter.extensions.map((extension) => `.${extension}`) },
        },
      ],
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw browserFailure(error);
  }
}

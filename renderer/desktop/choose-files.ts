import type { ChosenFile, FileFilter } from '#bridge/desktop.ts';

/**
 * Asks the person for files through the system's own dialogue, in both shells. What comes back are real `File`s, backed by
 * the disk: a 2 GB video can be stored without ever passing through memory. (The File System Access picker gives no more
 * than this, and asks for lasting rights that nothing here needs.) Empty when the person cancelled.
 */
export function chooseFiles(wanted: { filters: FileFilter[]; many: boolean }): Promise<ChosenFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = wanted.many;
  input.accept = wanted.filters.flatMap((filter) => filter.extensions.map((extension) => `.${extension}`)).join(',');
  input.hidden = true;
  document.body.append(input);
  return new Promise((resolve) => {
    const end = () => {
      const chosen = Array.from(input.files ?? []);
      input.remove();
      resolve(chosen);
    };
    input.addEventListener('change', end);
    input.addEventListener('cancel', end);
    input.click();
  });
}

import { desktop } from '#desktop/desktop.ts';
import { filesOf, type GivenFile } from './dropped-files.ts';

/** Asks for files of any sort; none when the person cancelled. */
export async function chooseSomeFiles(): Promise<GivenFile[]> {
  const chosen = await desktop.chooseFiles({ filters: [], many: true });
  return filesOf(chosen.filter((file) => file instanceof File));
}

/** Asks for a folder and gives all files in it, with their paths; none when the person cancelled. */
export function chooseFolder(): Promise<GivenFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.hidden = true;
  input.webkitdirectory = true;
  document.body.append(input);
  return new Promise((resolve) => {
    const end = () => {
      const chosen = filesOf(input.files ?? []);
      input.remove();
      resolve(chosen);
    };
    input.addEventListener('change', end);
    input.addEventListener('cancel', end);
    input.click();
  });
}

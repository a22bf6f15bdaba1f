import { folderOf, nameOf, splitEnding } from '#domain/intake/file-name.ts';
import type { Drop } from '#domain/intake/importer.ts';

/** What browsers call the folder beside a page that they save, in the languages they speak. */
const FOLDER =
  /^(.+?)(?:[-_. ](?:files|fichiers|dateien|archivos|ficheros|arquivos|bestanden|file|filer|filen|pliki|soubory|f[aá]jlai|tiedostot|fajlovi|dosyalar|файлы|файли))$/iu;
const PAGE = /^(?:x?html|htm)$/;

/** Gives the files in the folder that was saved beside a page, by their paths. */
export function filesOfPage(path: string, drop: Drop): string[] {
  const { stem } = splitEnding(nameOf(path));
  const folder = folderOf(path);
  return [...drop.keys()].filter((other) => {
    if (!other.startsWith(folder)) return false;
    const [first = '', ...rest] = other.slice(folder.length).split('/');
    return rest.length > 0 && isFolderOf(first, stem);
  });
}

/** Says whether a file lies in the folder beside a page that was dropped with it: it is a part of that page. */
export function isInPageFolder(path: string, drop: Drop): boolean {
  const steps = path.split('/');
  return steps.slice(0, -1).some((step, at) => {
    const stem = FOLDER.exec(step)?.[1];
    const before = steps.slice(0, at).map((name) => `${name}/`);
    return (
      stem !== undefined && ['html', 'htm', 'xhtml'].some((ending) => drop.has(`${before.join('')}${stem}.${ending}`))
    );
  });
}

/** Gives the folder that a page names as its own where it says so, though it was not dropped. */
export function folderNamed(html: string, path: string): string | undefined {
  const { stem } = splitEnding(nameOf(path));
  for (const [, step = ''] of html.matchAll(/\b(?:src|href)\s*=\s*["']?(?:\.\/)?([^"'/>\s?#]{1,300})\//gi)) {
    const name = unescaped(step);
    if (FOLDER.test(name) && isFolderOf(name, stem)) return name;
  }
  return undefined;
}

function isFolderOf(folder: string, stem: string): boolean {
  return FOLDER.exec(folder)?.[1]?.normalize('NFC') === stem.normalize('NFC');
}

function unescaped(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return step;
  }
}

/** Says whether a name is one of a page. */
export function isNamedPage(path: string): boolean {
  return PAGE.test(splitEnding(nameOf(path)).ending);
}

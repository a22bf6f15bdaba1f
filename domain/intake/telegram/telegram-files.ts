import { pathFault } from '#domain/case-file/path.ts';
import type { DraftFile } from '#domain/intake/draft.ts';
import { folderOf, nameOf } from '#domain/intake/file-name.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { Drop } from '#domain/intake/importer.ts';
import { type Media, mimeOf } from './telegram-media.ts';

/** What became of a file that a message names. */
export interface FoundFile {
  readonly file?: DraftFile;
  readonly finding?: Finding;
}

/** The dropped files as an export's messages name them. */
export class ExportFiles {
  /** The path of the file that the messages were read from. */
  readonly main: string;
  readonly #folder: string;
  readonly #drop: Drop;
  #byForm: ReadonlyMap<string, string> | undefined;

  /** `main` is the path of the export's own file; what it names lies below that file's folder. */
  constructor(main: string, drop: Drop) {
    this.main = main;
    this.#folder = folderOf(main);
    this.#drop = drop;
  }

  /**
   * Looks a message's file up. Its small picture is taken where the file itself was not exported or is not there; that, a path
   * that leads out of the folder, and a path where nothing lies are told.
   */
  find(media: Media): FoundFile {
    const place = media.path === undefined ? undefined : this.#place(media.path);
    if (place?.at !== undefined) return { file: this.#file(place.at, media) };
    const finding = media.absent ? this.#told('not-exported', media.absent.words) : place?.finding;
    const small = media.thumbnail === undefined ? undefined : this.#place(media.thumbnail).at;
    return {
      ...(finding ? { finding } : {}),
      ...(small === undefined
        ? {}
        : { file: { name: nameOf(small), mime: mimeOf(small), role: 'sidecar', path: small } }),
    };
  }

  /** The dropped file that a path means, or why it means none. */
  #place(path: string): { readonly at?: string; readonly finding?: Finding } {
    if (pathFault(path) !== null) return { finding: this.#told('unsafe-path', path) };
    const whole = this.#folder + path;
    if (this.#drop.has(whole)) return { at: whole };
    this.#byForm ??= new Map([...this.#drop.keys()].map((key) => [key.normalize('NFC'), key]));
    const other = this.#byForm.get(whole.normalize('NFC'));
    return other === undefined ? { finding: this.#told('file-missing', path) } : { at: other };
  }

  #file(path: string, media: Media): DraftFile {
    const name = nameOf(media.name ?? path) || nameOf(path);
    return { name, mime: mimeOf(path, media.mime), role: 'original', path };
  }

  #told(code: Finding['code'], detail: string): Finding {
    return { code, path: this.main, detail };
  }
}

import { type Id, newId } from '#domain/id.ts';
import { dropUnsaved, keepUnsaved, unsavedOf } from '#store/unsaved.ts';
import { type DraftKept, type ExhibitDraft, emptyDraft, exhibitDraftSchema, isTouched } from './exhibit-draft.ts';

/** Milliseconds from the first key that is not on disk yet until it is written. */
const patience = 300;

/**
 * Keeps what is typed for one exhibit on this device until it is saved or thrown away, so that neither a reload nor a kill
 * loses it. A window that writes a draft holds its lock, so that another window begins one of its own.
 */
export class DraftWriting {
  readonly id: Id;
  /** When it was left, in milliseconds since 1970, if it was taken up again. */
  readonly leftAt: number | undefined;
  readonly #case: Id;
  readonly #begun: ExhibitDraft;
  readonly #letGo: () => void;
  #draft: ExhibitDraft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #line: Promise<void> = Promise.resolve();
  #failed = false;
  readonly #listeners = new Set<() => void>();

  private constructor(caseId: Id, id: Id, begun: ExhibitDraft, letGo: () => void, left?: Left) {
    this.id = id;
    this.#case = caseId;
    this.#begun = begun;
    this.#letGo = letGo;
    this.#draft = left?.draft ?? begun;
    this.leftAt = left?.at;
  }

  /** Begins with nothing but what is kept from the one before. */
  static async begin(caseId: Id, begun: ExhibitDraft): Promise<DraftWriting> {
    const id = newId();
    const letGo = await hold(id);
    return new DraftWriting(caseId, id, begun, letGo ?? (() => {}));
  }

  /** Takes up the draft of a case that was left last and that no window writes; null when there is none. */
  static async takeUp(caseId: Id): Promise<DraftWriting | null> {
    for (const { id, fields, at } of await unsavedOf(caseId)) {
      const read = exhibitDraftSchema.safeParse(fields);
      const letGo = read.success ? await hold(id) : null;
      if (read.success && letGo)
        return new DraftWriting(caseId, id, emptyDraft({ kind: read.data.kind }), letGo, { draft: read.data, at });
    }
    return null;
  }

  get draft(): ExhibitDraft {
    return this.#draft;
  }

  get isTouched(): boolean {
    return isTouched(this.#draft, this.#begun);
  }

  /** Says whether the last writing did not reach the disk. What was typed is still in the window. */
  get failed(): boolean {
    return this.#failed;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Says what the draft is now; it is on disk within the second. */
  readonly change = (draft: ExhibitDraft): void => {
    this.#draft = draft;
    this.#timer ??= setTimeout(() => void this.flush(), patience);
    this.#tell();
  };

  /** Writes what is not on disk yet. */
  readonly flush = (): Promise<void> => {
    if (this.#timer === undefined) return this.#line;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#line = this.#line.then(async () => {
      try {
        if (this.isTouched) await keepUnsaved({ id: this.id, case: this.#case, fields: this.#draft, at: Date.now() });
        else await dropUnsaved(this.id);
        this.#failed = false;
      } catch {
        this.#failed = true; // Told by the form; the next key tries again.
      }
      this.#tell();
    });
    return this.#line;
  };

  /** Ends it: nothing of it stays on disk. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#line;
    await dropUnsaved(this.id);
    this.#letGo();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** What each case is being added in this window, whatever closes the form. */
const writings = new Map<Id, DraftWriting>();

/** What this window holds for a case; undefined until {@link writingIn} has given it the first time. */
export function heldIn(caseId: Id): DraftWriting | undefined {
  return writings.get(caseId);
}

/** Gives the draft to go on with in a case: what was typed in this window, else what was left on this device, else an empty one. */
export async function writingIn(caseId: Id): Promise<DraftWriting> {
  const held = writings.get(caseId);
  if (held?.isTouched) return held;
  const left = await DraftWriting.takeUp(caseId);
  if (left) await held?.end();
  const writing = left ?? held ?? (await DraftWriting.begin(caseId, emptyDraft()));
  writings.set(caseId, writing);
  return writing;
}

/** Ends a draft that was saved or thrown away and gives the next one. */
export async function writeNext(caseId: Id, done: DraftWriting, kept: DraftKept): Promise<DraftWriting> {
  const next = await DraftWriting.begin(caseId, emptyDraft(kept));
  writings.set(caseId, next);
  await done.end();
  return next;
}

interface Left {
  readonly draft: ExhibitDraft;
  readonly at: number;
}

/** Takes the lock of a draft; gives the function that lets it go, null when another window has it. */
function hold(id: Id): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(`exhibit-draft:${id}`, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null);
        return new Promise<void>((letGo) => resolve(() => letGo()));
      })
      .catch(reject);
  });
}

import type { AssetUse, Exhibit, ExhibitCommon } from '#domain/evidence/exhibit.ts';
import type { KindName } from '#domain/evidence/kinds.ts';
import type { Json } from '#domain/json.ts';
import type { ReadNote } from '#domain/note/read-markdown.ts';
import type { CaseRecord } from '#domain/record.ts';
import type { SourceSort } from '#domain/source.ts';

/** Someone or something named by what was read. Names are not identities: only an equal `key` makes two of them one. */
export interface NamedSource {
  readonly name: string;
  readonly what: SourceSort;
  readonly handles: readonly string[];
  /** What it is called where it comes from, such as `telegram:channel:1234567890`. Absent when only a name is known. */
  readonly key?: string;
}

/** Bytes of a draft: a dropped file as it is; a part of one, cut out byte for byte; or made from one by leaving private fields out. */
export type DraftFile = { readonly name: string; readonly mime: string; readonly role: AssetUse['role'] } & (
  | { readonly path: string }
  | { readonly path: string; readonly ranges: readonly (readonly [from: number, to: number])[] }
  | { readonly path: string; readonly cleaned: Uint8Array<ArrayBuffer> }
);

type NotInDraft = keyof CaseRecord | 'label' | 'tags' | 'source' | 'assets' | 'import' | 'raw' | 'kind' | 'body';

type ExhibitDraft<K extends KindName = KindName> = {
  [P in K]: Partial<Omit<ExhibitCommon, NotInDraft>> & { readonly kind: P; readonly body: Exhibit<P>['body'] };
}[K];

/** An exhibit as read from a file, before the store gives it id, number and tags. */
export interface Draft {
  /** What the thing is called where it comes from: the same thing read again has the same key. */
  readonly key: string;
  /** Differs when the thing itself was changed (an edited post): a digest of what is said, not of how it was exported. */
  readonly edition: string;
  /** What it goes by where it was read from a form of the same export that names less: found there only when the edition is the same. */
  readonly also?: { readonly key: string; readonly edition: string };
  readonly exhibit: ExhibitDraft;
  readonly files: readonly DraftFile[];
  readonly source?: NamedSource;
  /** Tags that the file states, as paths (`place/border`). */
  readonly tags?: readonly string[];
  /** Whom or what it repeats, as stated in the file. `key` is that of the original exhibit where the file tells it. */
  readonly repeats?: {
    readonly of: NamedSource;
    readonly key?: string;
    /** Equal for any two that repeat one and the same original, where the file does not name it and yet tells enough. */
    readonly same?: string;
    readonly how: 'forward' | 'quotation';
  };
  /** Equal for drafts that were published as one there (the pictures of an album): the key of the first. */
  readonly group?: string;
  /** All that was read and has no field of its own, as it stood. */
  readonly raw?: Json;
}

/** A note as read from a file. What it cites is found in the case when it is taken in. */
export interface NoteDraft {
  /** What it is called: the same note of the same file has the same key. */
  readonly key: string;
  readonly edition: string;
  readonly title: string;
  readonly read: ReadNote;
}

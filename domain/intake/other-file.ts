import type { Draft } from './draft.ts';
import { mimeOfFile, sha256OfFile } from './dropped-bytes.ts';
import { nameOf } from './file-name.ts';
import type { Finding } from './finding.ts';
import type { DroppedFile, Importer, Progress } from './importer.ts';
import { importerOfItems, WHOLE } from './survey-items.ts';

/** Characters that turn the direction of what follows: in a name they make `gpj.exe` read as `exe.jpg`. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/;

const READ_TO_OFFER = 64 * 1024 * 1024;

const asItIs = importerOfItems(
  { name: 'other-file', version: '1', recognise: (_head, { path }) => ({ main: path, belongs: [] }) },
  async function* ({ main }, drop, progress) {
    const file = drop.get(main);
    if (!file) return;
    for (const finding of nameFindings(main)) yield { finding };
    if (file.size === 0) yield { finding: { code: 'nothing-inside', path: main } };
    yield { draft: await documentOf(file, progress, { verbatim: '', translations: {} }) };
  },
);

/**
 * Takes any file that nothing else reads, as it is: a document whose one file it is. The last importer of the list; its files
 * are left unless the person chooses them.
 */
export const otherFile: Importer = {
  ...asItIs,
  leftUnlessChosen: true,
  async survey(found, drop, progress) {
    const title = nameOf(found.main);
    // What is large is hashed when it is taken in, not to be offered.
    if ((drop.get(found.main)?.size ?? 0) <= READ_TO_OFFER) return asItIs.survey(found, drop, progress);
    return { title, parts: [{ id: WHOLE, title, counts: { document: 1 } }], findings: nameFindings(found.main) };
  },
};

/** Gives the draft of a document that is one file, called by the SHA-256 of its bytes. */
export async function documentOf(
  file: DroppedFile,
  progress: Progress,
  body: Extract<Draft['exhibit'], { kind: 'document' }>['body'],
): Promise<Draft> {
  const sha256 = await sha256OfFile(file, progress);
  return {
    key: `sha256:${sha256}`,
    edition: sha256,
    exhibit: { kind: 'document', title: nameOf(file.path), body },
    files: [{ name: nameOf(file.path), mime: await mimeOfFile(file), role: 'original', path: file.path }],
  };
}

/** Says when a name is written so as to be read wrongly. */
export function nameFindings(path: string): Finding[] {
  return TURNS.test(nameOf(path)) ? [{ code: 'misleading-name', path }] : [];
}

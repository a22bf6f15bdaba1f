import { newId } from '#domain/id.ts';
import { readMarkdown } from '#domain/note/read-markdown.ts';
import { decodeText, isTextual } from './decode-text.ts';
import type { NoteDraft } from './draft.ts';
import { readWhole, sha256OfFile } from './dropped-bytes.ts';
import { nameOf, splitEnding } from './file-name.ts';
import type { Finding } from './finding.ts';
import type { Importer, Item } from './importer.ts';
import { nameFindings } from './other-file.ts';
import { importerOfItems } from './survey-items.ts';

const LARGEST = 16 * 1024 * 1024;
const ENDINGS = new Set(['md', 'markdown', 'mdown', 'mkd']);

/**
 * Reads Markdown as notes, those that Casebound wrote and any others. What such a file is cannot be seen in its bytes, which are
 * text like any other: its name says so. The file itself is kept beside the notes.
 */
export const markdownNote: Importer = {
  ...importerOfItems(
    {
      name: 'markdown-note',
      version: '1',
      recognise: (head, file) =>
        file.size > 0 && ENDINGS.has(splitEnding(nameOf(file.path)).ending) && isTextual(head)
          ? { main: file.path, belongs: [] }
          : undefined,
    },
    async function* ({ main: path }, drop, progress): AsyncGenerator<Item> {
      const file = drop.get(path);
      if (!file) return;
      for (const finding of nameFindings(path)) yield { finding };
      const bytes = await readWhole(file, LARGEST, progress);
      if (!bytes) return yield { finding: { code: 'too-large', path } };
      const { text, encoding, guessed } = decodeText(bytes);
      if (guessed) yield { finding: { code: 'guessed', path, place: 'encoding', detail: encoding } };
      const sha256 = await sha256OfFile(file, () => undefined);
      for (const [n, read] of readMarkdown(text, newId).entries()) {
        const key = `markdown:${sha256}/${n + 1}`;
        const note: NoteDraft = { key, edition: key, title: read.title ?? splitEnding(nameOf(path)).stem, read };
        yield { note };
        for (const told of read.told) yield { finding: findingOf(path, told) };
      }
    },
  ),
  original: async ({ main }) => ({
    file: { name: nameOf(main), role: 'original', mime: 'text/markdown', path: main },
    how: 'whole',
  }),
};

function findingOf(path: string, { what, line, detail }: NoteDraft['read']['told'][number]): Finding {
  return { code: what === 'picture' ? 'picture-named' : 'unknown-form', path, place: `line ${line}`, detail };
}

import type { Excerpt } from '#domain/excerpt.ts';
import { newId } from '#domain/id.ts';
import { type Cited, type NoteNode, paragraphOf, textOf } from '#domain/note/document.ts';

type Inline = NoteNode | string;
const block = { version: 1, direction: null, format: '', indent: 0 };
const inline = (parts: Inline[]) => parts.map((part) => (typeof part === 'string' ? textOf(part) : part));

/** A chip that cites. */
export function cite(to: Cited, target: string, excerpt?: Excerpt): NoteNode {
  return { type: 'citation', version: 1, to, target, ...(excerpt && { excerpt }) };
}

/** A paragraph: text with chips in it. */
export function paragraph(...parts: Inline[]): NoteNode {
  return paragraphOf(inline(parts), newId());
}

/** A heading of the second or third level; the note's title stands above them. */
export function heading(tag: 'h2' | 'h3', text: string): NoteNode {
  return { ...block, type: 'heading', tag, $: { id: newId() }, children: [textOf(text)] };
}

/** A quotation. */
export function quote(...parts: Inline[]): NoteNode {
  return { ...block, type: 'quote', $: { id: newId() }, children: inline(parts) };
}

/** A list of items, with bullets or boxes to tick. */
export function list(listType: 'bullet' | 'check', ...items: Inline[][]): NoteNode {
  const children = items.map((parts, index) => ({
    ...block,
    type: 'listitem',
    value: index + 1,
    ...(listType === 'check' && { checked: false }),
    $: { id: newId() },
    children: inline(parts),
  }));
  return { ...block, type: 'list', listType, start: 1, tag: 'ul', $: { id: newId() }, children };
}

/** A table whose first row is its head. */
export function table(...rows: Inline[][][]): NoteNode {
  const children = rows.map((cells, row) => ({
    ...block,
    type: 'tablerow',
    $: { id: newId() },
    children: cells.map((parts) => ({
      ...block,
      type: 'tablecell',
      headerState: row === 0 ? 1 : 0,
      colSpan: 1,
      rowSpan: 1,
      backgroundColor: null,
      // Only blocks that can move by themselves have ids; those in a cell move with their row.
      children: [{ ...block, type: 'paragraph', textFormat: 0, textStyle: '', children: inline(parts) }],
    })),
  }));
  return { ...block, type: 'table', $: { id: newId() }, children };
}

/** A claim as a block, with its standing and evidence. */
export function claimBlock(claim: string): NoteNode {
  return { type: 'claim-block', version: 1, claim, $: { id: newId() } };
}

/** A picture of an exhibit. */
export function exhibitImage(exhibit: string, asset: string): NoteNode {
  return { type: 'exhibit-image', version: 1, exhibit, asset, $: { id: newId() } };
}

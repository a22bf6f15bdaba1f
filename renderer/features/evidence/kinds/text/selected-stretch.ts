/** Gives the stretch of an element's text that is selected, in UTF-16 units; null when none of it is, or more than it. */
export function selectedStretch(element: HTMLElement): readonly [from: number, to: number] | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const length = range.toString().length;
  return length === 0 ? null : [from, from + length];
}

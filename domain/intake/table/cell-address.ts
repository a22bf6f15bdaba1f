const FORMULA = /^=\s*(?:HYPERLINK|IMAGE)\s*\(\s*"([^"]*)"/i;
const WEB = /^(?:https?|ftp):\/\/[^\s/?#]+\S*$/i;
const BARE = /^(?:www\.|t\.me\/|telegram\.me\/)\S+$/i;

/**
 * Gives the web addresses of a cell, in their order: separated by spaces or line breaks, or that of a `=HYPERLINK("…")` or
 * `=IMAGE("…")`, which is read and never run. Empty when a piece of it is no address of the web.
 */
export function addressesIn(cell: string): string[] {
  const formula = FORMULA.exec(cell.trim())?.[1];
  const pieces = (formula ?? cell).split(/\s+/).filter((piece) => piece !== '');
  return pieces.every((piece) => WEB.test(piece) || BARE.test(piece)) ? pieces : [];
}

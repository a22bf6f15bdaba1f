import { decodePage } from './decode-page.ts';
import { isMhtml, type Mhtml, readMhtml, type SavedPart } from './mhtml.ts';

/** A saved page as text, with what was saved around it. */
export interface SavedPage {
  readonly html: string;
  /** In which encoding it was read, where nothing in the file says so. */
  readonly guessed?: string;
  /** Where it is MHTML: the message around the page. */
  readonly mhtml?: Mhtml & { readonly page: SavedPart };
}

/** Reads the bytes of a saved page: MHTML, else HTML. Undefined when they are a message without a page. */
export function readSavedPage(bytes: Uint8Array, path: string): SavedPage | undefined {
  if (!isMhtml(bytes.subarray(0, 65_536), path)) return { ...textOfPage(bytes) };
  const mhtml = readMhtml(bytes);
  const { page } = mhtml;
  return page && { ...textOfPage(page.bytes, page.charset), mhtml: { ...mhtml, page } };
}

function textOfPage(bytes: Uint8Array, charset?: string): Pick<SavedPage, 'html' | 'guessed'> {
  const { text, encoding, guessed } = decodePage(bytes, charset);
  return { html: text, ...(guessed ? { guessed: encoding } : {}) };
}

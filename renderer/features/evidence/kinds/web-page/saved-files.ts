import { assetsOf, type Exhibit } from '#domain/evidence/exhibit.ts';
import { nameOf } from '#domain/intake/file-name.ts';
import { decodePage } from '#domain/intake/web-page/decode-page.ts';
import { readSavedPage } from '#domain/intake/web-page/read-saved-page.ts';
import { assetBlob } from '#store/assets.ts';

/** The file of a page that can be shown as it was saved: its SHA-256, name and length. */
export interface SavedFile {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
}

/** Gives the file in which a page was saved; undefined when it has none. */
export function savedFileOf(exhibit: Pick<Exhibit, 'assets'>): SavedFile | undefined {
  for (const [sha256, { mime, name, bytes, role }] of assetsOf(exhibit))
    if (role === 'original' && (mime === 'text/html' || mime === 'multipart/related')) return { sha256, name, bytes };
  return undefined;
}

/** A saved page as text, its pictures under addresses of the window, and its style sheets as text. `close` lets them go. */
export interface OpenedPage {
  readonly html: string;
  readonly pictureAt: (address: string) => string | undefined;
  readonly styleAt: (address: string) => string | undefined;
  readonly close: () => void;
}

/** Reads a saved page with the pictures and style sheets that were saved with it: inside it (MHTML), or beside it in its folder. Null when it cannot be read. */
export async function openSavedPage(exhibit: Exhibit, { sha256, name }: SavedFile): Promise<OpenedPage | null> {
  const page = readSavedPage(new Uint8Array(await (await assetBlob(sha256)).arrayBuffer()), name);
  if (!page) return null;
  const pictures = new Map<string, Blob>();
  const base = page.mhtml?.page.location;
  const sheets = new Map<string, string>();
  for (const { location, id, mime, charset, bytes } of page.mhtml?.parts ?? []) {
    const names = [
      ...(location === undefined ? [] : [whole(location, base)]),
      ...(id === undefined ? [] : [`cid:${id}`]),
    ];
    if (mime === 'text/css') for (const one of names) sheets.set(one, decodePage(bytes, charset).text);
    if (!/^image\//.test(mime)) continue;
    const picture = new Blob([bytes], { type: mime });
    for (const one of names) pictures.set(one, picture);
  }
  const beside = new Map<string, Blob>();
  const sheetsBeside = new Map<string, string>();
  for (const [hash, { mime, name: called, role }] of assetsOf(exhibit))
    if (role === 'sidecar' && /^image\//.test(mime)) beside.set(called.normalize('NFC'), await assetBlob(hash));
    else if (role === 'sidecar' && mime === 'text/css') sheetsBeside.set(called.normalize('NFC'), await styleOf(hash));
  const urls = new Map<Blob, string>();
  return {
    html: page.html,
    pictureAt: (address) => {
      const picture = pictures.get(whole(address, base)) ?? beside.get(nameIn(address));
      if (!picture) return undefined;
      const url = urls.get(picture) ?? URL.createObjectURL(picture);
      urls.set(picture, url);
      return url;
    },
    styleAt: (address) => sheets.get(whole(address, base)) ?? sheetsBeside.get(nameIn(address)),
    close: () => {
      for (const url of urls.values()) URL.revokeObjectURL(url);
    },
  };
}

async function styleOf(sha256: string): Promise<string> {
  return decodePage(new Uint8Array(await (await assetBlob(sha256)).arrayBuffer())).text;
}

function whole(address: string, base: string | undefined): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** The name of a file in the folder beside a page. */
function nameIn(address: string): string {
  const name = nameOf(address.replace(/[?#].*$/, ''));
  try {
    return decodeURIComponent(name).normalize('NFC');
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return name.normalize('NFC');
  }
}

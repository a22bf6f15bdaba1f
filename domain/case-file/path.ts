/** Writes a path as a manifest has it (RFC 8493): only `%`, CR and LF are encoded. */
export function manifestPath(path: string): string {
  return path.replace(/[%\r\n]/g, (character) => encodeURIComponent(character));
}

/**
 * Reads a path out of a manifest. `./` before it and the `*` of md5sum's binary mode are taken away. `%25` stands for `%`
 * only since BagIt 1.0.
 */
export function pathInManifest(written: string, version: string): string {
  const path = written.replace(/^\*/, '').replace(/^(\.\/)+/, '');
  const encoded = version === '1.0' ? /%(0A|0D|25)/gi : /%(0A|0D)/gi;
  return path.replace(encoded, (code) => decodeURIComponent(code));
}

/** Says why a path must not be used, or null when it is safe: relative, with `/`, and staying where it is put. */
export function pathFault(path: string): string | null {
  if (path === '') return 'a name';
  if (path.startsWith('/') || path.startsWith('~')) return 'a path below the bag, not an absolute one';
  if (/^[A-Za-z]:/.test(path)) return 'a path without a drive';
  if (path.includes('\\')) return 'a path with / and no backslash';
  if (path.includes('\0')) return 'a path without NUL';
  if (path.split('/').some((step) => step === '' || step === '.' || step === '..')) return 'a path without . and ..';
  return null;
}

/** Brings names that some file systems take for one and the same (case, accents) to the same text. */
export function sameOnDisk(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase();
}

/** Makes a file name out of a title: small ASCII letters and digits with hyphens, at most 60; `instead` when nothing is left. */
export function slug(title: string, instead: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return plain || instead;
}

/** Makes a file name out of a title: what no file system takes is left out; `instead` when nothing is left. */
export function fileName(title: string, instead: string, extension: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .slice(0, 100)
    .replace(/^[ .]+|[ .]+$/g, '');
  return `${name || instead}.${extension}`;
}

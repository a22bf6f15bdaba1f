/** Gives the initials of a name as they are usually written: `Marie-Claire Dupont` is `M. D.`; empty for no name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return ends.map((word) => `${[...(word ?? '')][0]?.toLocaleUpperCase()}.`).join(' ');
}

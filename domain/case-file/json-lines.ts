import { type Bag, type BagFile, hashed } from './bag.ts';

/** One line of a JSON lines file: its number from 1, the text as it stands, and what it says. */
export interface JsonLine {
  line: number;
  text: string;
  value: unknown;
}

/** A note of 22,000 words with 300 citations is 0.75 MB; nothing that people write comes near this. */
const longestLine = 128 * 1024 * 1024;

/**
 * Reads a JSON lines file of a bag line by line while its bytes are hashed. What is no line of JSON becomes a finding of the
 * bag and is passed over.
 */
export async function* jsonLines(file: BagFile, bag: Bag): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const text of textLines(file, bag)) {
    line += 1;
    try {
      yield { line, text, value: JSON.parse(text) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      bag.findings.push({
        file: file.path,
        line,
        fault: 'not-readable',
        expected: 'a line of JSON',
        found: error.message,
      });
    }
  }
}

async function* textLines(file: BagFile, bag: Bag): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const wrong = (expected: string) => bag.findings.push({ file: file.path, fault: 'not-readable', expected });
  let rest = '';
  let readable = true;
  for await (const bytes of hashed(file, bag)) {
    // Subtle: an unreadable file is still read to its end, so that its hash is judged too.
    if (!readable) continue;
    try {
      rest += decoder.decode(bytes, { stream: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      wrong('text in UTF-8');
      readable = false;
      continue;
    }
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length <= longestLine) continue;
    wrong(`lines of at most ${longestLine} characters`);
    readable = false;
  }
  if (readable && rest !== '') yield rest;
}

import { z } from 'zod';
import type { Finding } from '#domain/intake/finding.ts';
import { type Json, jsonSchema } from '#domain/json.ts';

/** A page that an archive lists, or that an answer in it is. */
export interface ArchivedPage {
  /** As written; of the web. */
  readonly url: string;
  readonly title?: string | undefined;
  /** When it was archived, as written. */
  readonly ts?: string | undefined;
  /** Its words, where the list has them. */
  readonly text?: string | undefined;
  /** What the list says of it besides. */
  readonly more?: Json;
}

const lineSchema = z.looseObject({
  url: z.string(),
  title: z.string().optional(),
  ts: z.string().optional(),
  text: z.string().optional(),
});

/** The name of a page of an archive: its address and when it was archived. */
export function pageKey({ url, ts }: ArchivedPage): string {
  return `archived:${url}@${ts ?? ''}`;
}

/** Reads a list of pages (`pages.jsonl`: a heading, then a page on each line). Lines that are none are told, the rest is read. */
export function readPageList(text: string, path: string): { pages: ArchivedPage[]; findings: Finding[] } {
  const pages: ArchivedPage[] = [];
  const findings: Finding[] = [];
  for (const [n, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = `line ${n + 1}`;
    const read = jsonOf(line);
    if (read === undefined) {
      findings.push({ code: 'not-readable', path, place, detail: line.slice(0, 80) });
      continue;
    }
    const page = lineSchema.safeParse(read);
    if (!page.success) {
      // The heading says which form the list has.
      if (n > 0 || !z.looseObject({ format: z.string() }).safeParse(read).success)
        findings.push({ code: 'unknown-form', path, place, detail: line.slice(0, 80) });
      continue;
    }
    const { url, title, ts, text: words, ...more } = page.data;
    if (!isOfWeb(url)) {
      findings.push({ code: 'not-an-address', path, place, detail: url.slice(0, 200) });
      continue;
    }
    const rest = jsonSchema.safeParse(more);
    pages.push({
      url,
      title,
      ts,
      text: words,
      ...(rest.success && Object.keys(more).length > 0 && { more: rest.data }),
    });
  }
  return { pages, findings };
}

/** Says whether an address is one of the web. */
export function isOfWeb(url: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

import type { Draft } from '#domain/intake/draft.ts';
import type { Finding } from '#domain/intake/finding.ts';
import { momentOfSeconds, momentOfWritten } from '#domain/intake/given-moment.ts';
import { type JsonObject, memberOf, numberOf, textOf } from '#domain/intake/json-text.ts';
import { kindOfAddress } from '#domain/intake/kind-of-address.ts';
import { bodyOfRow } from '#domain/intake/table/row-body.ts';
import { jsonDigest } from '#domain/json.ts';
import type { Moment } from '#domain/moment.ts';

/** An archived page as `metadata.json` and the CSV database tell it. */
export interface Archived {
  readonly status: string;
  readonly metadata: JsonObject;
}

/**
 * Makes the exhibit of an archived page, without files: called by its address and the moment it was archived, so that the same archiving
 * told in two files is one. Undefined, and told, when no address stands there.
 */
export function archivedDraft(
  { status, metadata }: Archived,
  path: string,
  findings: Finding[],
  place?: string,
): Omit<Draft, 'raw'> | undefined {
  const where = { path, ...(place === undefined ? {} : { place }) };
  const address = textOf(metadata, 'url');
  if (address === undefined) {
    findings.push({ code: 'nothing-inside', ...where, detail: 'url' });
    return undefined;
  }
  if (!status.includes('success')) findings.push({ code: 'not-exported', ...where, detail: status });
  const published = momentIn(metadata, 'timestamp', where, findings);
  const at = momentIn(metadata, '_processed_at', where, findings);
  const author = ['author', 'uploader', 'channel', 'username'].map((name) => textOf(metadata, name)).find(Boolean);
  const words = {
    title: textOf(metadata, 'title') ?? '',
    address,
    account: author ?? '',
    platform: '',
    text: textOf(metadata, 'content') ?? '',
    description: '',
    ...(published ? { published } : {}),
  };
  const processed = textOf(metadata, '_processed_at') ?? '';
  return {
    key: `auto-archiver:${jsonDigest([address, processed])}`,
    edition: jsonDigest([
      words.title,
      words.text,
      textOf(metadata, 'timestamp') ?? numberOf(metadata, 'timestamp') ?? '',
    ]),
    exhibit: {
      ...bodyOfRow(kindOfAddress(address), words),
      collected: { ...(at ? { at } : {}), tool: 'auto-archiver' },
    },
    files: [],
    ...(author === undefined ? {} : { source: { name: author, what: 'channel', handles: [] } }),
  };
}

function momentIn(
  metadata: JsonObject,
  name: string,
  where: { path: string; place?: string },
  findings: Finding[],
): Moment | undefined {
  const value = memberOf(metadata, name);
  if (value === undefined) return undefined;
  const moment =
    typeof value === 'number'
      ? momentOfSeconds(value)
      : typeof value === 'string'
        ? momentOfWritten(value, 'unknown')
        : undefined;
  if (!moment)
    findings.push({ code: 'doubtful-date', ...where, detail: `${name} ${JSON.stringify(value)}`.slice(0, 200) });
  return moment;
}

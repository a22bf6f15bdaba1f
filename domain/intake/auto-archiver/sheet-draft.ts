import type { Draft } from '#domain/intake/draft.ts';
import type { Finding } from '#domain/intake/finding.ts';
import { momentOfWritten } from '#domain/intake/given-moment.ts';
import { kindOfAddress } from '#domain/intake/kind-of-address.ts';
import { addressesIn } from '#domain/intake/table/cell-address.ts';
import { bodyOfRow } from '#domain/intake/table/row-body.ts';
import type { TableRow } from '#domain/intake/table/row-splitter.ts';
import { jsonDigest } from '#domain/json.ts';
import type { Moment } from '#domain/moment.ts';

/** Makes the exhibit of one row of the sheet; undefined, and told, where no link stands in it. */
export function sheetDraft(
  row: TableRow,
  names: readonly string[],
  path: string,
  findings: Finding[],
): Draft | undefined {
  const where = { path, place: `row ${row.n}` };
  const cell = (name: string) => {
    const n = names.findIndex((one) => one.toLowerCase() === name);
    return n < 0 ? '' : (row.cells[n]?.trim() ?? '');
  };
  const when = (name: string): Moment | undefined => {
    const written = cell(name);
    const moment = written === '' ? undefined : momentOfWritten(written, 'unknown');
    if (written !== '' && !moment)
      findings.push({ code: 'doubtful-date', ...where, detail: `${name} ${written}`.slice(0, 200) });
    return moment;
  };
  if (row.fault) {
    findings.push({ code: row.fault === 'unclosed' ? 'row-unclosed' : 'row-too-long', ...where });
    return undefined;
  }
  const [address] = addressesIn(cell('link'));
  if (address === undefined) {
    findings.push({ code: 'not-an-address', ...where, detail: cell('link').slice(0, 200) });
    return undefined;
  }
  const status = cell('archive status');
  if (!/success/i.test(status)) findings.push({ code: 'not-exported', ...where, detail: status });
  const [published, at] = [when('upload timestamp'), when('archive date')];
  const [archived] = addressesIn(cell('archive location'));
  const words = {
    title: cell('upload title'),
    address,
    account: '',
    platform: '',
    text: cell('text content'),
    description: '',
    ...(published ? { published } : {}),
  };
  return {
    key: `auto-archiver:sheet:${jsonDigest([address, cell('archive date')])}`,
    edition: jsonDigest(row.cells),
    exhibit: {
      ...bodyOfRow(kindOfAddress(address), words),
      collected: { ...(at ? { at } : {}), tool: 'auto-archiver' },
      ...(archived === undefined ? {} : { availability: { state: 'not-checked', archived } }),
    },
    files: [],
    raw: { row: row.n, cells: Object.fromEntries(row.cells.map((one, n) => [names[n] ?? `#${n + 1}`, one])) },
  };
}

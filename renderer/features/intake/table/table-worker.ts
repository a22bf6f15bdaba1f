import type { RowError } from '#domain/intake/table/row-error.ts';
import { mappedRows } from '#domain/intake/table/table-rows.ts';
import { dropOfFiles } from '#features/intake/drop-of-files.ts';
import type { TableAnswered, TableAsked } from './table-protocol.ts';

/** More than these are counted and not listed. */
const MOST_ERRORS = 500;
const everyMs = 80;

function answer(message: TableAnswered): void {
  self.postMessage(message);
}

self.onmessage = ({ data }: MessageEvent<TableAsked>) => {
  check(data).catch((error: unknown) => {
    answer({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
};

async function check({ place, mapping }: TableAsked): Promise<void> {
  const file = dropOfFiles(place.files).get(place.main);
  if (!file) throw new Error(`${place.main} is not among the files`);
  let last = 0;
  const progress = (done: number) => {
    if (Date.now() - last < everyMs) return;
    last = Date.now();
    answer({ type: 'progress', done, total: file.size });
  };
  const kinds: Record<string, number> = {};
  const errors: RowError[] = [];
  let [made, left, told] = [0, 0, 0];
  let isCut = false;
  for await (const row of mappedRows(file, mapping, progress)) {
    if (row === 'beyond') {
      isCut = true;
      break;
    }
    told += row.errors.length;
    errors.push(...row.errors.slice(0, MOST_ERRORS - errors.length));
    if (!row.draft) left += 1;
    else {
      made += 1;
      const { kind } = row.draft.exhibit;
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
  }
  answer({ type: 'checked', checked: { kinds, made, left, errors, told, isCut } });
}

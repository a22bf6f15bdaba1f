import { useEffect, useState } from 'react';
import type { Mapping } from '#domain/intake/table/mapping.ts';
import type { TableAnswered, TablePlace } from './table-protocol.ts';

/** How far the whole table has been read with a mapping, and what came of it. */
type TableCheck = TableAnswered | { readonly type: 'none' };

/** Reads the whole table with each mapping anew, in a worker. Give the same `place` while it is the same. */
export function useTableCheck(place: TablePlace, mapping: Mapping): TableCheck {
  const [check, setCheck] = useState<TableCheck>({ type: 'none' });
  useEffect(() => {
    setCheck({ type: 'none' });
    const worker = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<TableAnswered>) => setCheck(data);
    worker.onerror = (event) => setCheck({ type: 'failed', message: event.message });
    worker.postMessage({ place, mapping });
    return () => worker.terminate();
  }, [place, mapping]);
  return check;
}

/**
 * A job, how long it took each time, and what it is held against: the median of another job's times in the same run, and its name.
 *
 * @typedef {{ job: string, times: number[], unit?: string, reference?: { name: string, times: number[] } }} Row
 */

/** The value below which a share (0 to 1) of the values lies: the nearest one that was measured. @param {number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('Nothing was measured.');
  return value;
}

/** Prints measurements as a table: least, median, 95th percentile, how many, the reference and how many times its median the job's is. @param {Row[]} rows */
export function printTable(rows) {
  const cells = rows.map(({ job, times, unit = 'ms', reference }) => [
    job,
    ...[Math.min(...times), quantile(times, 0.5), quantile(times, 0.95)].map((value) => `${value.toFixed(1)} ${unit}`),
    String(times.length),
    reference ? `${(quantile(times, 0.5) / quantile(reference.times, 0.5)).toFixed(2)}` : '',
    reference ? `${reference.name}: ${quantile(reference.times, 0.5).toFixed(1)} ${unit}` : '',
  ]);
  const head = ['job', 'min', 'median', 'p95', 'n', 'ratio', 'to the median of, in the same run'];
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
  for (const row of [head, widths.map((width) => '-'.repeat(width)), ...cells]) {
    const padded = row.map((cell, at) =>
      at === 0 || at === 6 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
    console.log(`| ${padded.join(' | ')} |`);
  }
}

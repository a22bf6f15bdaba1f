import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BagFile, bagFindings } from '#domain/case-file/bag.ts';

const suite = join(import.meta.dirname, '../../../shared/samples/bagit');

function filesOf(folder: string): BagFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      const path = relative(folder, join(entry.parentPath, entry.name));
      return {
        path,
        size: bytes.length,
        async *read() {
          yield new Uint8Array(bytes);
        },
      };
    });
}

const bags = (verdict: string) =>
  ['v0.93', 'v0.94', 'v0.95', 'v0.96', 'v0.97', 'v1.0'].flatMap((version) => {
    const folder = join(suite, version, verdict);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${version}/${verdict}/${entry.name}`);
  });

/** Of the bags that the suite calls doubtful, those that cannot be unpacked everywhere and are refused. */
const doubtfulAndRefused = [
  'v0.97/warning/duplicate-file-with-different-case',
  'v0.97/warning/same-filename-listed-twice-with-different-normalization',
  'v0.97/warning/special-system-files',
];

if (!existsSync(suite)) {
  test.skip('the BagIt conformance suite: its folder ../shared/samples/bagit is not here', () => {});
} else {
  describe('the BagIt conformance suite', () => {
    test('is whole', () => {
      expect(bags('valid')).toHaveLength(27);
      expect(bags('warning')).toHaveLength(6);
    });

    test.each(bags('valid'))('%s is valid', async (bag) => {
      expect(await bagFindings(filesOf(join(suite, bag)))).toEqual([]);
    });

    test.each(bags('invalid'))('%s is refused', async (bag) => {
      expect(await bagFindings(filesOf(join(suite, bag)))).not.toEqual([]);
    });

    test.each(bags('warning'))('%s is judged as the reference does', async (bag) => {
      const findings = await bagFindings(filesOf(join(suite, bag)));
      expect(findings.length > 0).toBe(doubtfulAndRefused.includes(bag));
    });
  });
}

import { createHash } from 'node:crypto';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { downloadZip } from 'client-zip';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BagFile, bagFindings } from '#domain/case-file/bag.ts';
import type { Fault, Finding } from '#domain/case-file/finding.ts';
import { CaseFileRefused } from '#domain/case-file/finding.ts';
import { manifestPath, pathFault, pathInManifest } from '#domain/case-file/path.ts';
import { writeCaseFile } from '#domain/case-file/write.ts';
import { openZip } from '#domain/case-file/zip.ts';
import { emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { bringCaseFile } from '#features/case-file/bring-case-file.ts';
import { storeAsset } from '#store/assets.ts';
import { readCase } from '#store/case-file-source.ts';
import { makeCase } from '#store/cases.ts';
import { change } from '#store/change.ts';
import { database } from '#store/database.ts';

/** The files of a case file by their path in the archive, as a hand that wants to change them has them. */
type Parts = Map<string, Uint8Array>;

const source = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: async (from: number, to: number) => bytes.slice(from, to),
  async *pieces(from: number, to: number) {
    yield new Uint8Array(bytes.slice(from, to));
  },
});

async function packed(parts: Parts): Promise<Uint8Array> {
  const entries = [...parts].map(([name, bytes]) => ({ name, input: new Uint8Array(bytes) }));
  return new Uint8Array(await downloadZip(entries).arrayBuffer());
}

const text = (parts: Parts, path: string) => new TextDecoder().decode(parts.get(path));
const put = (parts: Parts, path: string, content: string) => parts.set(path, new TextEncoder().encode(content));

/** Does as a careful forger does: writes the manifests anew over what is there now. */
function relist(parts: Parts): void {
  const digest = (path: string) =>
    createHash('sha256')
      .update(parts.get(path) ?? '')
      .digest('hex');
  const payload = [...parts.keys()].filter((path) => path.startsWith('data/'));
  const bytes = payload.reduce((sum, path) => sum + (parts.get(path)?.length ?? 0), 0);
  put(
    parts,
    'bag-info.txt',
    text(parts, 'bag-info.txt').replace(/Payload-Oxum: .*/, `Payload-Oxum: ${bytes}.${payload.length}`),
  );
  const list = (paths: string[]) => paths.map((path) => `${digest(path)}  ${path}\n`).join('');
  put(parts, 'manifest-sha256.txt', list(payload));
  put(parts, 'tagmanifest-sha256.txt', list(['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt']));
}

let whole: Parts;
let caseId: Id;
beforeAll(async () => {
  caseId = await makeCase({ title: 'A case', summary: '', language: 'en', likelihood: 'icd-203' });
  const { sha256 } = await storeAsset(new Blob([new Uint8Array(5000).fill(3)]), 'image/png');
  await change(caseId, 'exhibit.make', (c) =>
    c.make('exhibits', {
      ...emptyExhibit('photo'),
      assets: { [sha256]: { name: 'a.png', mime: 'image/png', bytes: 5000, role: 'original', order: 0 } },
    }),
  );
  await change(caseId, 'exhibit.make', (c) => c.make('exhibits', emptyExhibit('telegram')));
  const { stream } = writeCaseFile(await readCase(caseId), { program: 'test', now: new Date() });
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  const { files } = await openZip(source(Buffer.concat(pieces)));
  whole = new Map();
  for (const file of files) {
    const bytes: Uint8Array[] = [];
    for await (const piece of file.read()) bytes.push(piece);
    whole.set(file.path, new Uint8Array(Buffer.concat(bytes)));
  }
  await database.delete();
  await database.open();
});

afterEach(async () => {
  await database.delete();
  await database.open();
});

/** What is found in the file after a change to it; that nothing of it was taken in is looked at every time. */
async function findings(mutate: (parts: Parts) => void): Promise<Finding[]> {
  const parts = new Map([...whole].map(([path, bytes]) => [path, new Uint8Array(bytes)]));
  mutate(parts);
  const refusal = await bringCaseFile(source(await packed(parts))).then(
    () => null,
    (error: unknown) => error,
  );
  const counts = await Promise.all(
    [database.records('cases'), database.records('exhibits'), database.assets, database.chunks, database.journal].map(
      (table) => table.count(),
    ),
  );
  expect(counts).toEqual([0, 0, 0, 0, 0]);
  if (!(refusal instanceof CaseFileRefused)) throw refusal ?? new Error('It was taken in.');
  return refusal.findings;
}

const faultsOf = (found: Finding[]): Fault[] => found.map(({ fault }) => fault);
const assetOf = (parts: Parts) => [...parts.keys()].find((path) => path.startsWith('data/assets/')) ?? '';
const exhibits = 'data/records/exhibits.jsonl';
const journal = 'data/journal.jsonl';

describe('a case file is refused, and nothing of it taken in, when', () => {
  test('one byte of any file is another', async () => {
    // Nothing vouches for the last list itself: there a digit may be small or large, a space a tab, and it says the same.
    const paths = [...whole].flatMap(([path, bytes]) =>
      bytes.length > 0 && path !== 'tagmanifest-sha256.txt' ? [path] : [],
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 1, max: 255 }), async (path, at, xor) => {
        const found = await findings((parts) => {
          const bytes = parts.get(path) ?? new Uint8Array();
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ xor;
        });
        expect(found.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('a file is missing', async () => {
    for (const path of whole.keys()) {
      const found = await findings((parts) => parts.delete(path));
      expect(faultsOf(found), path).toContain('missing');
    }
  });

  test('a file was added, listed or not', async () => {
    expect(await findings((parts) => put(parts, 'data/extra.txt', 'x'))).toContainEqual(
      expect.objectContaining({ file: 'data/extra.txt', fault: 'extra' }),
    );
    expect(await findings((parts) => put(parts, 'readme.txt', 'x'))).toContainEqual(
      expect.objectContaining({ file: 'readme.txt', fault: 'extra' }),
    );
    const listed = await findings((parts) => {
      put(parts, 'data/extra.txt', 'x');
      relist(parts);
    });
    expect(faultsOf(listed)).toContain('extra');
  });

  test('a file has another name', async () => {
    const found = await findings((parts) => {
      const path = assetOf(parts);
      const bytes = parts.get(path) ?? new Uint8Array();
      parts.delete(path);
      parts.set(path.replace(/\.png$/, '.jpg'), bytes);
    });
    expect(faultsOf(found)).toEqual(expect.arrayContaining(['missing', 'extra']));
  });

  test('an asset is another under its old name, with manifests to match', async () => {
    const found = await findings((parts) => {
      parts.set(assetOf(parts), new Uint8Array(5000).fill(4));
      relist(parts);
    });
    expect(found).toContainEqual(expect.objectContaining({ fault: 'altered', file: assetOf(whole) }));
  });

  test('lines of the journal have changed places, with manifests to match', async () => {
    const found = await findings((parts) => {
      const [first = '', second = '', ...rest] = text(parts, journal).split('\n');
      put(parts, journal, [second, first, ...rest].join('\n'));
      relist(parts);
    });
    expect(found).toContainEqual(expect.objectContaining({ file: journal, line: 2, fault: 'repeated' }));
  });

  test('a line of the journal was taken out or altered, with manifests to match', async () => {
    const without = await findings((parts) => {
      put(parts, journal, text(parts, journal).split('\n').toSpliced(1, 1).join('\n'));
      relist(parts);
    });
    expect(faultsOf(without)).toContain('journal');
    const altered = await findings((parts) => {
      put(parts, journal, text(parts, journal).replace('"act":"case.make"', '"act":"case.mark"'));
      relist(parts);
    });
    expect(altered).toContainEqual(expect.objectContaining({ file: journal, line: 1, fault: 'journal' }));
  });

  test('a record does not pass its gate, is of another case, has unknown fields, or comes twice', async () => {
    const forged = (change: (content: string) => string) =>
      findings((parts) => {
        put(parts, exhibits, change(text(parts, exhibits)));
        relist(parts);
      });
    const at = { file: exhibits, line: 1 };
    expect(await forged((s) => s.replace('"graphic":false', '"graphic":"no"'))).toContainEqual(
      expect.objectContaining({ ...at, fault: 'invalid-record', expected: expect.stringContaining('graphic') }),
    );
    expect(await forged((s) => s.replace('"graphic":false', '"graphic":false,"grave":1'))).toContainEqual(
      expect.objectContaining({ ...at, fault: 'unknown-content' }),
    );
    const other = `${caseId.slice(0, -1)}${caseId.endsWith('a') ? 'b' : 'a'}`;
    expect(await forged((s) => s.replace(`"case":"${caseId}"`, `"case":"${other}"`))).toContainEqual(
      expect.objectContaining({ ...at, fault: 'wrong-case' }),
    );
    expect(await forged((s) => s + s)).toContainEqual(
      expect.objectContaining({ file: exhibits, line: 3, fault: 'repeated' }),
    );
    expect(await forged((s) => `${s}{"id":\n`)).toContainEqual(
      expect.objectContaining({ file: exhibits, line: 3, fault: 'not-readable' }),
    );
    expect(await forged((s) => `${s}${'['.repeat(200_000)}${']'.repeat(200_000)}\n`)).toContainEqual(
      expect.objectContaining({ file: exhibits, line: 3 }),
    );
  });

  test('it is cut short anywhere', async () => {
    const bytes = await packed(whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        await expect(bringCaseFile(source(bytes.slice(0, length)))).rejects.toBeInstanceOf(CaseFileRefused);
      }),
      { numRuns: 30 },
    );
  });

  test('a name in it would lead elsewhere, or to the same place as another', async () => {
    for (const path of ['../up.txt', 'data/../../up.txt', '/root.txt', 'C:/x.txt', '~/x.txt', 'data\\x.txt', 'data//x'])
      expect(faultsOf(await findings((parts) => put(parts, path, 'x'))), path).toContain('unsafe-path');
    const twins = await findings((parts) => {
      put(parts, 'data/É.txt', 'x');
      put(parts, 'data/É.txt'.normalize('NFD'), 'x');
      put(parts, 'DATA/case.json', 'x');
    });
    expect(faultsOf(twins).filter((fault) => fault === 'twin')).toHaveLength(2);
  });

  test('its manifests or Payload-Oxum say otherwise', async () => {
    const oxum = await findings((parts) =>
      put(parts, 'bag-info.txt', text(parts, 'bag-info.txt').replace(/Oxum: \d+/, 'Oxum: 1')),
    );
    expect(faultsOf(oxum)).toContain('count');
    const line = `${'0'.repeat(64)}  ../x\n`;
    const unsafe = await findings((parts) =>
      put(parts, 'manifest-sha256.txt', text(parts, 'manifest-sha256.txt') + line),
    );
    expect(faultsOf(unsafe)).toContain('unsafe-path');
  });
});

test('a newer format is refused in words, before anything else is looked at', async () => {
  const parts = new Map(whole);
  const head = text(parts, 'data/case.json').replace('"format":1', '"format":2').replace('"record":', '"recordings":');
  put(parts, 'data/case.json', head);
  relist(parts);
  await expect(bringCaseFile(source(await packed(parts)))).rejects.toMatchObject({
    code: 'newer-format',
    newer: { format: 2, written: 'test', read: 1 },
  });
});

test('a case file packed again by another tool, without its top folder and with its files in another order, is the same case', async () => {
  const again = await packed(new Map([...whole].reverse()));
  expect((await bringCaseFile(source(again))).outcome).toBe('brought');
});

async function squeezed(parts: Parts): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { level: 9, useWebWorkers: false });
  for (const [name, bytes] of parts) await zip.add(name, new Uint8ArrayReader(bytes));
  return zip.close();
}

test('a case file packed tightly by another tool is the same case; one that swells when unpacked is not opened', async () => {
  expect((await bringCaseFile(source(await squeezed(whole)))).outcome).toBe('brought');
  await database.delete();
  await database.open();
  const swelling = new Map(whole).set('data/extra.txt', new Uint8Array(20_000_000));
  await expect(bringCaseFile(source(await squeezed(swelling)))).rejects.toMatchObject({
    code: 'case-file-damaged',
    findings: expect.arrayContaining([expect.objectContaining({ file: 'data/extra.txt', fault: 'too-large' })]),
  });
  expect(await database.records('cases').count()).toBe(0);
});

const pathArbitrary = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 4 });

test('a path written into a manifest is read out of it as it was', () => {
  fc.assert(
    fc.property(pathArbitrary, (steps) => {
      const path = `data/${steps.map((step) => step.replaceAll('/', '%')).join('/')}`;
      expect(pathInManifest(manifestPath(path), '1.0')).toBe(path);
      expect(manifestPath(path)).not.toMatch(/[\r\n]/);
    }),
  );
});

test('a bag with any files listed as BagIt says is valid, and stops being so when any digest is another', async () => {
  const files = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 50 })), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 6,
  });
  const fileOf = (path: string, bytes: Uint8Array): BagFile => ({
    path,
    size: bytes.length,
    async *read() {
      yield new Uint8Array(bytes);
    },
  });
  await fc.assert(
    fc.asyncProperty(files, fc.boolean(), async (contents, spoil) => {
      const encoder = new TextEncoder();
      const lines = contents.map(([name, bytes], index) => {
        const digest = createHash('sha256').update(bytes).digest('hex');
        const listed = spoil && index === 0 ? digest.replace(/^./, (first) => (first === '0' ? '1' : '0')) : digest;
        return `${listed}  data/${name}\n`;
      });
      const bag = [
        fileOf('bagit.txt', encoder.encode('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')),
        fileOf('manifest-sha256.txt', encoder.encode(lines.join(''))),
        ...contents.map(([name, bytes]) => fileOf(`data/${name}`, bytes)),
      ];
      expect(contents.every(([name]) => pathFault(`data/${name}`) === null)).toBe(true);
      expect((await bagFindings(bag)).map(({ fault }) => fault)).toEqual(spoil ? ['altered'] : []);
    }),
    { numRuns: 40 },
  );
});

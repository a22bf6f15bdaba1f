import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * Puts records into the app's own database, beside those of a case that the app has made, by copying what it made with new
 * ids: a case of real size without hours of typing. The journal does not know of them, which opening does not look at.
 *
 * @typedef {import('@playwright/test').Page} Page
 */

/** Copies the case's exhibits until there are `count` of them. @param {Page} page @param {number} count */
export function fillExhibits(page, count) {
  return page.evaluate(async (wanted) => {
    const caseId = location.hash.split('/')[2] ?? '';
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open('casebound');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const own = await new Promise((resolve, reject) => {
      const reading = database.transaction('exhibits').objectStore('exhibits').index('case').getAll(caseId);
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    });
    const idOf = (/** @type {number} */ n) => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
    const transaction = database.transaction(['exhibits', 'labels'], 'readwrite');
    for (let n = own.length; n < wanted; n += 1) {
      const original = own[n % own.length];
      transaction
        .objectStore('exhibits')
        .add({ ...original, id: idOf(n), label: `EX-${n + 1}`, title: `${original.title} ${n + 1}` });
    }
    transaction.objectStore('labels').put({ case: caseId, prefix: 'EX', last: wanted });
    await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(null);
      transaction.onabort = () => reject(transaction.error);
    });
    database.close();
  }, count);
}

const words = 'the convoy was seen near the wells on that day and the channel says so without naming who counted'.split(
  ' ',
);
const block = { version: 1, direction: null, format: '', indent: 0 };

/** A note's text of so many words in paragraphs of 40, with chips spread evenly. @param {number} count @param {string[]} cited one chip for each */
export function longText(count, cited) {
  const paragraphs = Math.ceil(count / 40);
  const children = Array.from({ length: paragraphs }, (_, at) => {
    const text = Array.from({ length: 40 }, (__, n) => words[(at * 7 + n) % words.length]).join(' ');
    const from = Math.floor((at * cited.length) / paragraphs);
    const to = Math.floor(((at + 1) * cited.length) / paragraphs);
    return {
      ...block,
      type: 'paragraph',
      textFormat: 0,
      textStyle: '',
      $: { id: `01900000-0000-7000-9000-${at.toString(16).padStart(12, '0')}` },
      children: [
        { type: 'text', version: 1, text: `${text} `, format: 0, detail: 0, mode: 'normal', style: '' },
        ...cited.slice(from, to).map((target) => ({ type: 'citation', version: 1, to: 'exhibit', target })),
      ],
    };
  });
  return { root: { ...block, type: 'root', children } };
}

/** Adds a note of so many words and chips to the case, and gives its id. @param {Page} page @param {{ words: number, chips: number }} size */
export async function fillNote(page, size) {
  const given = await page.evaluate(async () => {
    const caseId = location.hash.split('/')[2] ?? '';
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open('casebound');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const read = (/** @type {string} */ table) =>
      new Promise((resolve, reject) => {
        const reading = database.transaction(table).objectStore(table).index('case').getAll(caseId);
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
    const [exhibits, notes] = [await read('exhibits'), await read('notes')];
    database.close();
    return { caseId, note: notes[0], exhibits: exhibits.map((/** @type {{ id: string }} */ exhibit) => exhibit.id) };
  });
  const { caseId, exhibits } = given;
  const cited = Array.from({ length: size.chips }, (_, n) => exhibits[n % exhibits.length]);
  const id = '01900000-0000-7000-a000-000000000001';
  const content = {
    case: caseId,
    note: id,
    parents: [],
    at: '2026-01-01T00:00:00.000Z',
    by: given.note.made.by,
    document: longText(size.words, cited),
  };
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError('The note has no JSON text.');
  const revision = { ...content, hash: createHash('sha256').update(text).digest('hex') };
  const note = {
    ...given.note,
    id,
    title: 'A long note',
    revision: revision.hash,
    cites: [...new Set(cited)],
    words: size.words,
    order: 99,
  };
  await page.evaluate(
    async (rows) => {
      const database = await new Promise((resolve, reject) => {
        const opening = indexedDB.open('casebound');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = database.transaction(['notes', 'revisions'], 'readwrite');
      transaction.objectStore('notes').add(rows.note);
      transaction.objectStore('revisions').add(rows.revision);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(null);
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    },
    { note, revision },
  );
  return id;
}

/** Reads every row of the case by bare IndexedDB, without the app, and gives how long that took in milliseconds. @param {Page} page */
export function bareReading(page) {
  return page.evaluate(async () => {
    const caseId = location.hash.split('/')[2] ?? '';
    const begun = performance.now();
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open('casebound');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const tables = [...database.objectStoreNames].filter((/** @type {string} */ name) =>
      ['sources', 'tags', 'exhibits', 'derivations', 'questions', 'claims', 'links', 'assessments', 'notes'].includes(
        name,
      ),
    );
    for (const table of tables) {
      await new Promise((resolve, reject) => {
        const reading = database.transaction(table).objectStore(table).index('case').getAll(caseId);
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
    }
    database.close();
    return performance.now() - begun;
  });
}

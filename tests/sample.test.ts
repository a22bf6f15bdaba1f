import { readFileSync } from 'node:fs';
import { buildEditorFromExtensions } from '@lexical/extension';
import { beforeAll, describe, expect, it } from 'vitest';
import { currentAssessments } from '#domain/assessment.ts';
import { titleOf } from '#domain/evidence/exhibit.ts';
import { postText } from '#domain/evidence/kinds/telegram.ts';
import { grouping } from '#domain/group-by.ts';
import type { Id } from '#domain/id.ts';
import { noteDocumentSchema } from '#domain/note/document.ts';
import { citations, plainText } from '#domain/note/walk.ts';
import type { Revision } from '#domain/note.ts';
import { independentOrigins } from '#domain/origins.ts';
import { standingOf } from '#domain/standing.ts';
import { schemas, tableNames } from '#domain/tables.ts';
import { setOutSample } from '#features/cases/open-sample.ts';
import { noteExtension } from '#features/notes/editor/note-extension.ts';
import { fromEditor } from '#features/notes/editor/note-text.ts';
import { assetBlob } from '#store/assets.ts';
import { checkJournalHere } from '#store/check-journal-here.ts';
import { history } from '#store/history.ts';
import { journalPage } from '#store/journal.ts';
import { revisionsOf } from '#store/note-texts.ts';
import { type CaseState, OpenCase } from '#store/open-case.ts';

const drawing = readFileSync('resources/sample/drawing-not-a-photograph.png');
const openDrawn = () => setOutSample(new Blob([drawing], { type: 'image/png' }));

let id: Id;
let state: CaseState;
let texts: Revision[];
beforeAll(async () => {
  id = await openDrawn();
  state = (await OpenCase.open(id)).state;
  texts = (await Promise.all([...state.notes.keys()].map(revisionsOf))).flat();
});

const exhibits = () => [...state.exhibits.values()];
const claimsOn = (question: string) => {
  const asked = [...state.questions.values()].find(({ text }) => text === question);
  return [...state.claims.values()].filter((claim) => claim.question === asked?.id);
};
const named = (title: string) => {
  const found = exhibits().find((exhibit) => titleOf(exhibit).startsWith(title));
  if (!found) throw new Error(`No exhibit ${title}`);
  return found;
};
const lineage = () => ({
  exhibits: state.exhibits,
  derivations: grouping<NonNullable<ReturnType<CaseState['derivations']['get']>>>((d) => d.what)(state.derivations),
});

describe('the sample case', () => {
  it('holds exhibits of every kind, sources, questions and notes, numbered from 1', () => {
    expect(state.sources.size).toBeGreaterThanOrEqual(6);
    expect(exhibits().map(({ label }) => label)).toEqual(exhibits().map((_, i) => `EX-${i + 1}`));
    const ofKind = (kind: string) => exhibits().filter((exhibit) => exhibit.kind === kind).length;
    expect(exhibits().length).toBeGreaterThanOrEqual(12);
    expect([ofKind('video'), ofKind('photo'), ofKind('telegram'), ofKind('statement')]).toEqual([3, 1, 3, 5]);
    expect([ofKind('document'), ofKind('web-page')]).toEqual([1, 1]);
    expect([...state.claims.values()].map(({ label }) => label)).toEqual(
      [...state.claims.values()].map((_, i) => `C-${i + 1}`),
    );
    expect(state.notes.size).toBe(3);
    expect(new Set([...state.links.values()].map(({ stance }) => stance)).size).toBe(3);
    expect([...state.inquiries.values()].some(({ outcome }) => outcome === 'silence')).toBe(true);
  });

  it('describes the videos shot by shot, without files, in all three certainties', () => {
    const videos = exhibits().filter((exhibit) => exhibit.kind === 'video');
    const certainties = videos.flatMap(({ body }) => Object.values(body.shots).map(({ certainty }) => certainty));
    expect(new Set(certainties)).toEqual(new Set(['observed', 'inferred', 'narrated']));
    for (const video of videos) expect([video.assets, video.graphic]).toEqual([{}, true]);
  });

  it('lets many answer, with the ends as told', () => {
    const ends = (question: string) =>
      claimsOn(question).map(({ amount }) => [amount?.wording, amount?.atLeast, amount?.atMost]);
    expect(ends('How many Russian fighters were killed?')).toEqual([
      ['exact', 50, 50],
      ['exact', 84, 84],
      ['up-to', undefined, 80],
      ['more-than', 80, undefined],
      ['at-least', 20, undefined],
      ['exact', 25, 25],
      ['fewer-than', undefined, 80],
      ['at-least', 46, undefined],
    ]);
    expect(ends('How many Malian soldiers were killed?')).toEqual([
      ['exact', 10, 10],
      ['exact', 47, 47],
      ['exact', 2, 2],
      ['at-least', 24, undefined],
    ]);
    const denial = claimsOn('Did JNIM take part in the attack?').find(({ denies }) => denies.length > 0);
    expect(denial?.text).toBe('JNIM took no part in the attack.');
  });

  it('has two posts that repeat a third, so that three channels are one origin', () => {
    const three = ['Channel A', 'Channel B', 'Channel C'].map((title) => named(title).id);
    const { origins, unknown } = independentOrigins(three, lineage());
    expect(origins).toEqual([{ type: 'source', id: named('Channel A').source }]);
    expect(unknown).toEqual([]);
    const upTo80 = claimsOn('How many Russian fighters were killed?').find((c) => c.amount?.wording === 'up-to');
    const standing = standingOf({
      ...lineage(),
      sources: state.sources,
      links: [...state.links.values()].filter((link) => link.claim === upTo80?.id),
      assessments: [],
    });
    expect([standing.supporting.exhibits.length, standing.supporting.origins.length]).toEqual([3, 1]);
  });

  it('says of every invented text and picture that it is invented', async () => {
    for (const exhibit of exhibits()) {
      if (exhibit.kind !== 'telegram') continue;
      expect(postText(exhibit.body.text)).toContain('Вымышленный пример');
      expect(exhibit.description).toContain('Invented for the sample');
      for (const { text } of Object.values(exhibit.body.translations)) expect(text).toContain('Invented example');
    }
    const photo = named('Photo from the scene');
    const [[sha256, use] = []] = Object.entries(photo.assets);
    expect(use?.name).toBe('drawing-not-a-photograph.png');
    expect(photo.graphic).toBe(true);
    const held = await assetBlob(sha256 ?? '');
    expect(new Uint8Array(await held.arrayBuffer())).toEqual(new Uint8Array(drawing));
    for (const exhibit of exhibits()) {
      if (exhibit.kind === 'statement') expect(exhibit.description).toContain('sample’s own');
    }
  });

  it('points only at what is there', () => {
    const known = new Set(tableNames.flatMap((table) => [...state[table].keys()]));
    for (const exhibit of exhibits()) {
      if (exhibit.kind === 'video') for (const shot of Object.keys(exhibit.body.shots)) known.add(shot);
      if (exhibit.kind === 'photo') for (const region of Object.keys(exhibit.body.regions)) known.add(region);
      if ('translations' in exhibit.body) for (const key of Object.keys(exhibit.body.translations)) known.add(key);
    }
    const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
    const everything = tableNames.flatMap((table) => [...state[table].values()]);
    for (const record of everything) {
      for (const mentioned of JSON.stringify(record).match(uuid) ?? []) expect(known).toContain(mentioned);
      expect(record.case).toBe(id);
    }
    for (const table of tableNames) for (const record of state[table].values()) schemas[table].parse(record);
  });

  it('cites from its notes what is there, and leaves one sentence unsupported', () => {
    expect(texts.length).toBe(3);
    for (const revision of texts) {
      const note = state.notes.get(revision.note);
      const document = noteDocumentSchema.parse(revision.document);
      expect(note?.revision).toBe(revision.hash);
      const cited = citations(document);
      expect(cited.length).toBeGreaterThan(5);
      expect(new Set(cited.map(({ citation }) => citation.target))).toEqual(new Set(note?.cites));
      for (const { citation } of cited) {
        const table = citation.to === 'exhibit' ? 'exhibits' : citation.to === 'claim' ? 'claims' : 'tags';
        expect(state[table].has(citation.target)).toBe(true);
      }
      for (const claim of state.claims.values()) {
        if (claim.from?.note === revision.note) expect(plainText(document)).toContain(claim.from.sentence);
      }
    }
    const all = texts.map(({ document }) => noteDocumentSchema.parse(document));
    expect(all.map((document) => plainText(document)).join()).toContain('A sandstorm is part of some accounts.');
    const supported = all.flatMap(citations).map(({ sentence }) => sentence);
    expect(supported.some((sentence) => sentence.includes('sandstorm'))).toBe(false);
    expect([...state.claims.values()].filter(({ from }) => from !== undefined).length).toBe(1);
  });

  it('has notes that the editor opens just as they are written', () => {
    for (const { document } of texts) {
      const text = noteDocumentSchema.parse(document);
      const editor = buildEditorFromExtensions(noteExtension(text, () => {}));
      editor.update(() => {}, { discrete: true });
      expect(JSON.parse(JSON.stringify(fromEditor(editor.getEditorState())))).toEqual(text);
    }
  });

  it('grades sources, exhibits and claims', () => {
    const scales = ['reliability', 'credibility', 'status', 'checklist'] as const;
    for (const scale of scales) expect(currentAssessments(state.assessments.values(), scale).length).toBeGreaterThan(0);
  });

  it('comes in two journal entries, intact, with no way back', async () => {
    expect((await journalPage(id, 10)).map(({ act }) => act)).toEqual(['sample.open', 'case.make']);
    expect(await checkJournalHere(id)).toEqual([]);
    expect(history(id)).toEqual({ undo: [], redo: [] });
  });

  it('is another case each time', async () => {
    const other = await openDrawn();
    const second = (await OpenCase.open(other)).state;
    for (const table of tableNames) {
      expect(second[table].size).toBe(state[table].size);
      for (const key of second[table].keys()) expect(state[table].has(key)).toBe(false);
    }
  });
});

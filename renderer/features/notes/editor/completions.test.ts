import { expect, test } from 'vitest';
import { type Exhibit, emptyExhibit } from '#domain/evidence/exhibit.ts';
import { newId } from '#domain/id.ts';
import type { CaseState } from '#store/open-case.ts';
import { complete } from './completions.ts';

const made = { at: '2024-07-28T10:00:00.000Z-0000-00000000', by: newId(), device: newId() };
function exhibit(label: string, title: string, gone?: string): Exhibit {
  const record = { id: newId(), case: made.by, made, stamps: {}, label, ...(gone ? { gone } : {}) };
  return { ...emptyExhibit('statement'), ...record, title };
}
function stateOf(...exhibits: Exhibit[]): CaseState {
  const none = new Map();
  return {
    cases: none,
    people: none,
    devices: none,
    sources: none,
    tags: none,
    exhibits: new Map(exhibits.map((record) => [record.id, record])),
    derivations: none,
    questions: none,
    claims: none,
    links: none,
    assessments: none,
    inquiries: none,
    notes: none,
    imports: none,
  };
}
const labels = (state: CaseState, typed: string) =>
  complete(state, 'exhibit', typed).offers.map(({ record }) => ('label' in record ? record.label : ''));

test('the number itself comes first, then numbers and titles that begin with it', () => {
  const state = stateOf(
    exhibit('EX-12', 'One'),
    exhibit('EX-1', 'Two'),
    exhibit('EX-3', '1 man'),
    exhibit('EX-4', 'Post 41'),
  );
  expect(labels(state, '1')).toEqual(['EX-1', 'EX-12', 'EX-3', 'EX-4']);
});

test('all words must be there, in any order, case and accents aside; what is in the trash is not offered', () => {
  const state = stateOf(
    exhibit('EX-1', 'Communiqué de l’armée'),
    exhibit('EX-2', 'Army film'),
    exhibit('EX-3', 'L’ARMÉE, communiqué', made.at),
  );
  expect(labels(state, 'armee communique')).toEqual(['EX-1']);
  expect(labels(state, 'nothing')).toEqual([]);
});

test('of ten thousand, the two dozen likeliest are offered, and it is said how many more there are', () => {
  const state = stateOf(
    ...Array.from({ length: 10_000 }, (_, i) => exhibit(`EX-${i}`, `Statement ${i} on the convoy`)),
  );
  expect(labels(state, '77').slice(0, 2)).toEqual(['EX-77', 'EX-770']);
  expect(labels(state, 'convoy 77')).toHaveLength(24);
  expect(complete(state, 'exhibit', 'convoy').more).toBe(9_976);
  expect(complete(state, 'exhibit', '9999').more).toBe(0);
});

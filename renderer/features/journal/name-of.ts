import { titleOf } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import type { TableName } from '#domain/tables.ts';
import type { CaseState } from '#store/open-case.ts';

/** Gives the words a record is known by: its number and title; null when the case does not hold it any more. */
export function nameOf(state: CaseState, table: TableName, id: Id): string | null {
  switch (table) {
    case 'exhibits': {
      const exhibit = state.exhibits.get(id);
      return exhibit ? `${exhibit.label} ${titleOf(exhibit)}` : null;
    }
    case 'claims': {
      const claim = state.claims.get(id);
      return claim ? `${claim.label} ${claim.text}` : null;
    }
    case 'inquiries': {
      const inquiry = state.inquiries.get(id);
      return inquiry ? `${inquiry.label} ${inquiry.asked}` : null;
    }
    case 'notes':
    case 'cases':
      return state[table].get(id)?.title ?? null;
    case 'sources':
    case 'people':
    case 'devices':
      return state[table].get(id)?.name ?? null;
    case 'questions':
      return state.questions.get(id)?.text ?? null;
    case 'tags':
      return state.tags.get(id)?.path ?? null;
    case 'imports':
      return state.imports.get(id)?.file ?? null;
    case 'links': {
      const link = state.links.get(id);
      return link
        ? `${state.exhibits.get(link.exhibit)?.label ?? '?'} → ${state.claims.get(link.claim)?.label ?? '?'}`
        : null;
    }
    case 'derivations': {
      const derivation = state.derivations.get(id);
      return derivation ? (state.exhibits.get(derivation.what)?.label ?? null) : null;
    }
    case 'assessments': {
      const about = state.assessments.get(id)?.about;
      return about ? nameOf(state, about.table, about.id) : null;
    }
  }
}

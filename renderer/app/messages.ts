import * as cases from '#features/cases/messages.ts';
import * as kinds from '#features/evidence/kinds/messages.ts';
import * as journal from '#features/journal/messages.ts';
import * as frame from './frame-messages.ts';

/** Every text of the tool, by feature. A feature's line here is all that is needed to offer its texts. */
export const en = {
  frame: frame.en,
  cases: cases.en,
  journal: journal.en,
  kinds: kinds.en,
};

export const fr = {
  frame: frame.fr,
  cases: cases.fr,
  journal: journal.fr,
  kinds: kinds.fr,
};

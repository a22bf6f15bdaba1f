import * as caseFile from '#features/case-file/messages.ts';
import * as cases from '#features/cases/messages.ts';
import * as claims from '#features/claims/messages.ts';
import * as assets from '#features/evidence/assets/messages.ts';
import * as kinds from '#features/evidence/kinds/messages.ts';
import * as telegram from '#features/evidence/kinds/telegram/messages.ts';
import * as evidence from '#features/evidence/messages.ts';
import * as article from '#features/intake/article/messages.ts';
import * as chat from '#features/intake/chat/messages.ts';
import * as intake from '#features/intake/messages.ts';
import * as table from '#features/intake/table/messages.ts';
import * as journal from '#features/journal/messages.ts';
import * as notes from '#features/notes/messages.ts';
import * as sources from '#features/sources/messages.ts';
import * as tags from '#features/tags/messages.ts';
import * as frame from './frame-messages.ts';
import * as keys from './key-messages.ts';

/** Every text of the tool, by feature. A feature's line here is all that is needed to offer its texts. */
export const en = {
  frame: frame.en,
  keys: keys.en,
  'case-file': caseFile.en,
  cases: cases.en,
  claims: claims.en,
  article: article.en,
  chat: chat.en,
  intake: intake.en,
  table: table.en,
  journal: journal.en,
  notes: notes.en,
  assets: assets.en,
  evidence: evidence.en,
  kinds: kinds.en,
  telegram: telegram.en,
  tags: tags.en,
  sources: sources.en,
};

export const fr = {
  frame: frame.fr,
  keys: keys.fr,
  'case-file': caseFile.fr,
  cases: cases.fr,
  claims: claims.fr,
  article: article.fr,
  chat: chat.fr,
  intake: intake.fr,
  table: table.fr,
  journal: journal.fr,
  notes: notes.fr,
  assets: assets.fr,
  evidence: evidence.fr,
  kinds: kinds.fr,
  telegram: telegram.fr,
  tags: tags.fr,
  sources: sources.fr,
};

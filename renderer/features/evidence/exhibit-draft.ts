import { z } from 'zod';
import { emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Kind } from '#domain/evidence/kind.ts';
import { type Bodies, type KindName, kinds } from '#domain/evidence/kinds.ts';
import { idSchema } from '#domain/id.ts';
import { sameJson } from '#domain/json.ts';
import type { Making } from '#store/writing.ts';
import { readMoment } from './MomentText.tsx';

/** What was typed for an exhibit that is not made yet. Every kind keeps its own body, so that changing one's mind loses nothing. */
export const exhibitDraftSchema = z.object({
  kind: z.enum(['video', 'photo', 'telegram', 'statement', 'document', 'web-page']),
  title: z.string(),
  source: idSchema.optional(),
  tags: z.array(idSchema).readonly(),
  happened: z.string(),
  published: z.string(),
  graphic: z.boolean(),
  bodies: z.object({
    video: kinds.video.body,
    photo: kinds.photo.body,
    telegram: kinds.telegram.body,
    statement: kinds.statement.body,
    document: kinds.document.body,
    'web-page': kinds['web-page'].body,
  }),
});
export type ExhibitDraft = z.infer<typeof exhibitDraftSchema>;

/** What a draft may keep from the one before. */
export type DraftKept = Partial<Pick<ExhibitDraft, 'kind' | 'source' | 'tags'>>;

/** Gives a draft with nothing in it but what is kept from the one before. */
export function emptyDraft(kept: DraftKept = {}): ExhibitDraft {
  return {
    kind: 'video',
    title: '',
    source: undefined,
    tags: [],
    happened: '',
    published: '',
    graphic: false,
    bodies: {
      video: kinds.video.empty(),
      photo: kinds.photo.empty(),
      telegram: kinds.telegram.empty(),
      statement: kinds.statement.empty(),
      document: kinds.document.empty(),
      'web-page': kinds['web-page'].empty(),
    },
    ...kept,
  };
}

/** Says whether a draft holds anything that it did not begin with; the kind alone is nothing that could be lost. */
export function isTouched(draft: ExhibitDraft, begun: ExhibitDraft): boolean {
  return !sameJson({ ...draft, kind: begun.kind }, begun);
}

/** Gives the title a draft has, or would have by its first words; empty when it has neither. */
export function draftTitle({ kind, title, bodies }: ExhibitDraft): string {
  return title.trim() || titleIn(kind, bodies);
}

function titleIn<K extends KindName>(kind: K, bodies: Bodies): string {
  const own: { [P in KindName]: Kind<P, Bodies[P]> } = kinds;
  return own[kind].title(bodies[kind]);
}

/** Gives the fields to make the exhibit from; null while one of its moments cannot be read. */
export function exhibitOf(draft: ExhibitDraft): Making<'exhibits'> | null {
  const [happened, published] = [readMoment(draft.happened), readMoment(draft.published)];
  if (happened === null || published === null) return null;
  const common = {
    title: draft.title.trim(),
    tags: [...draft.tags],
    graphic: draft.graphic,
    ...(draft.source !== undefined && { source: draft.source }),
    ...(happened && { happened }),
    ...(published && { published }),
  };
  const { bodies } = draft;
  switch (draft.kind) {
    case 'video':
      return { ...emptyExhibit('video'), ...common, body: bodies.video };
    case 'photo':
      return { ...emptyExhibit('photo'), ...common, body: bodies.photo };
    case 'telegram':
      return { ...emptyExhibit('telegram'), ...common, body: bodies.telegram };
    case 'statement':
      return { ...emptyExhibit('statement'), ...common, body: bodies.statement };
    case 'document':
      return { ...emptyExhibit('document'), ...common, body: bodies.document };
    case 'web-page':
      return { ...emptyExhibit('web-page'), ...common, body: bodies['web-page'] };
  }
}

import { emptyExhibit } from '#domain/evidence/exhibit.ts';
import { type Bodies, type KindName, kinds } from '#domain/evidence/kinds.ts';
import type { Id } from '#domain/id.ts';
import type { Making } from '#store/writing.ts';
import { readMoment } from './MomentText.tsx';

/** What was typed for an exhibit that is not made yet. Every kind keeps its own body, so that changing one's mind loses nothing. */
export interface ExhibitDraft {
  kind: KindName;
  title: string;
  source: Id | undefined;
  tags: readonly Id[];
  happened: string;
  published: string;
  graphic: boolean;
  bodies: Bodies;
}

/** Gives a draft with nothing in it but what is kept from the one before. */
export function emptyDraft(kept: Partial<Pick<ExhibitDraft, 'kind' | 'source' | 'tags'>> = {}): ExhibitDraft {
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

/** Says whether anything was typed that closing could lose. */
export function isTouched(draft: ExhibitDraft): boolean {
  const empty = emptyDraft({ kind: draft.kind, source: draft.source, tags: draft.tags });
  return JSON.stringify(draft) !== JSON.stringify(empty);
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

import type { Subtitles } from '#domain/evidence/kinds/video.ts';
import type { Draft } from '#domain/intake/draft.ts';
import { transcriptOf } from '#domain/intake/subtitles/subtitles.ts';

/**
 * Gives a film's draft its subtitles; where it is plain which of them are the words spoken (those in its own language, or the only
 * ones), their text becomes the transcript.
 */
export function withSubtitles(draft: Draft, subtitles: readonly Subtitles[]): Draft {
  const { exhibit } = draft;
  if (exhibit.kind !== 'video' || subtitles.length === 0) return draft;
  const spoken = subtitles.filter(({ language }) => language !== undefined && language === exhibit.language);
  const plain = spoken.length === 1 ? spoken[0] : subtitles.length === 1 ? subtitles[0] : undefined;
  const body = {
    ...exhibit.body,
    subtitles: [...subtitles],
    ...(plain ? { transcript: transcriptOf(plain.cues) } : {}),
  };
  return { ...draft, exhibit: { ...exhibit, body } };
}

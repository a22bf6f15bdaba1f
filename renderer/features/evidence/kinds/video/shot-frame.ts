import { writeDuration } from '#domain/duration.ts';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Shot } from '#domain/evidence/kinds/video.ts';
import { nextOrder } from '#features/evidence/assets/attach.ts';
import { editBody } from '#features/evidence/kinds/use-body-edit.ts';
import { storeAsset } from '#store/assets.ts';
import { change } from '#store/change.ts';

/**
 * Keeps a frame of the film among the video's files and sets it beside a shot, in one change. `seconds` says where in the film
 * it stands. Bytes that are among the files already are only set beside the shot.
 */
export async function takeShotFrame(
  video: Exhibit<'video'>,
  shot: string,
  frame: Blob,
  seconds: number,
): Promise<void> {
  const { sha256, bytes } = await storeAsset(frame, 'image/png');
  const name = `${video.label} ${writeDuration(seconds).replaceAll(':', '-')}.png`;
  await change(
    video.case,
    'exhibit.frame',
    (c) =>
      c.edit('exhibits', video.id, (record) => {
        if (record.kind !== 'video') throw new TypeError(`${record.label} is of kind ${record.kind}, not video.`);
        const order = nextOrder(record);
        return {
          ...record,
          assets: { [sha256]: { name, mime: 'image/png', bytes, role: 'frame' as const, order }, ...record.assets },
          body: { ...record.body, shots: withFrame(record.body.shots, shot, sha256) },
        };
      }),
    { seconds },
  );
}

/** Sets a picture that is among the video's files beside a shot, or takes it from there (undefined): the file itself stays. */
export function setShotFrame(video: Exhibit<'video'>, shot: string, sha256: string | undefined): Promise<void> {
  return editBody(video.case, video.id, 'video', 'exhibit.shots', (body) => ({
    ...body,
    shots: withFrame(body.shots, shot, sha256),
  }));
}

/** Gives the shots with the frame of one set or taken away; a shot that is gone by now stays gone. */
function withFrame(shots: Record<string, Shot>, id: string, frame: string | undefined): Record<string, Shot> {
  const shot = shots[id];
  if (!shot) return shots;
  const { frame: _, ...others } = shot;
  return { ...shots, [id]: frame === undefined ? others : { ...others, frame } };
}

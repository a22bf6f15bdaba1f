import { writeDuration } from '#domain/duration.ts';
import { type Exhibit, emptyExhibit, titleOf } from '#domain/evidence/exhibit.ts';
import { storeAsset } from '#store/assets.ts';
import { change } from '#store/change.ts';

/**
 * Keeps a frame of a video as a photo of its own, derived from the video, in one change. Gives the new exhibit. Graphic and
 * restricted go over to the frame, and so do place and time; `title` says in the person's language what it is.
 */
export async function keepFrame(
  video: Exhibit<'video'>,
  frame: Blob,
  seconds: number,
  words: { title: (of: string, time: string) => string; because: (time: string) => string },
): Promise<Exhibit> {
  const asset = await storeAsset(frame, 'image/png');
  const time = writeDuration(seconds);
  const name = `${video.label} ${time.replaceAll(':', '-')}.png`;
  const { happened, place, source, graphic, restricted } = video;
  return change(
    video.case,
    'exhibit.frame',
    async (c) => {
      const made = await c.make('exhibits', {
        ...emptyExhibit('photo'),
        title: words.title(titleOf(video) || video.label, time),
        graphic,
        restricted,
        happened,
        place,
        source,
        assets: { [asset.sha256]: { name, mime: 'image/png', bytes: asset.bytes, role: 'frame', order: 0 } },
      });
      await c.make('derivations', {
        what: made.id,
        of: { type: 'exhibit', id: video.id },
        how: 'frame',
        basis: 'stated',
        because: words.because(time),
      });
      return made;
    },
    { seconds },
  );
}

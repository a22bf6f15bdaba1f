import { useTranslation } from 'react-i18next';
import { writeDuration } from '#domain/duration.ts';
import { shotsInOrder } from '#domain/evidence/kinds/video.ts';
import { Facts } from '../fields/Facts.tsx';
import { OutsideLink } from '../fields/OutsideLink.tsx';
import type { KindViewProps } from '../kind-props.ts';

/** A video to read: what is known of it and what is seen in it, shot by shot. */
export function VideoView({ exhibit }: KindViewProps<'video'>) {
  const { t } = useTranslation('kinds');
  const { link, platform, uploader, duration, shots, transcript } = exhibit.body;
  return (
    <div>
      <Facts
        facts={[
          { label: t('sourceLink'), value: link && <OutsideLink address={link} /> },
          { label: t('platform'), value: platform },
          { label: t('uploader'), value: uploader },
          { label: t('duration'), value: duration === undefined ? undefined : writeDuration(duration) },
        ]}
      />
      <ol>
        {shotsInOrder(shots).map(([id, shot]) => (
          <li key={id}>
            {shot.from === undefined ? '' : writeDuration(shot.from)} {shot.seen}
          </li>
        ))}
      </ol>
      {transcript && <p dir="auto">{transcript}</p>}
    </div>
  );
}

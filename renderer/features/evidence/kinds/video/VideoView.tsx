import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeDuration } from '#domain/duration.ts';
import { assetsOf } from '#domain/evidence/exhibit.ts';
import { EditBody } from '#features/evidence/kinds/EditBody.tsx';
import { Facts } from '#features/evidence/kinds/fields/Facts.tsx';
import { OutsideLink } from '#features/evidence/kinds/fields/OutsideLink.tsx';
import type { KindViewProps } from '#features/evidence/kinds/kind-props.ts';
import { AttachedMedia } from '#features/evidence/kinds/photo/AttachedMedia.tsx';
import { CoveredMedia } from '#features/evidence/kinds/photo/CoveredMedia.tsx';
import { ContactSheet } from './ContactSheet.tsx';
import { FilmSays } from './FilmSays.tsx';
import { FrameGrab } from './FrameGrab.tsx';
import { type Film, FilmContext } from './film.ts';
import { Player } from './Player.tsx';
import { ShotList } from './ShotList.tsx';
import { startOf } from './shots-of-excerpt.ts';
import { VideoForm } from './VideoForm.tsx';
import styles from './VideoView.module.css';

/** A video to watch and read: the film where it is held, what is known of it, and what is seen in it, shot by shot. */
export function VideoView({ exhibit, excerpt }: KindViewProps<'video'>) {
  const { t } = useTranslation('kinds');
  const { link, platform, uploader, duration, shots, transcript } = exhibit.body;
  const film = useRef<Film | null>(null);
  const [, setOpen] = useState<Film | null>(null);
  const opened = useCallback((next: Film | null) => {
    film.current = next;
    setOpen(next);
  }, []);
  const files = assetsOf(exhibit).filter(([, { mime }]) => mime.startsWith('video/'));
  const start = startOf(excerpt, shots);
  return (
    <FilmContext value={film}>
      <div className={styles.view}>
        {files.map(([sha256, use]) => (
          <CoveredMedia key={sha256} exhibit={exhibit}>
            {() => <Player sha256={sha256} label={use.name} film={opened} start={start} />}
          </CoveredMedia>
        ))}
        {files.length > 0 && <FrameGrab exhibit={exhibit} />}
        <Facts
          facts={[
            { label: t('sourceLink'), value: link && <OutsideLink address={link} /> },
            { label: t('platform'), value: platform },
            { label: t('uploader'), value: uploader },
            { label: t('duration'), value: duration === undefined ? undefined : writeDuration(duration) },
          ]}
        />
        {files.map(([sha256, { name }]) => (
          <ContactSheet key={sha256} exhibit={exhibit} sha256={sha256} name={name} />
        ))}
        <FilmSays exhibit={exhibit} />
        <EditBody exhibit={exhibit} Form={VideoForm} />
        <ShotList key={exhibit.id} exhibit={exhibit} excerpt={excerpt} />
        <AttachedMedia exhibit={exhibit} excerpt={excerpt} />
        {transcript && (
          <section aria-label={t('transcript')}>
            <h3 className={styles.heading}>{t('transcript')}</h3>
            <p dir="auto" lang={exhibit.language} className={styles.transcript}>
              {transcript}
            </p>
          </section>
        )}
      </div>
    </FilmContext>
  );
}

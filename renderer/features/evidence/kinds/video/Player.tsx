import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeDuration } from '#domain/duration.ts';
import { useAssetUrl } from '#features/evidence/assets/use-asset-url.ts';
import { type Film, FRAME_SECONDS, grabFrame, seekTo } from './film.ts';
import styles from './Player.module.css';
import { filmActOf } from './playing-keys.ts';

export interface PlayerProps {
  readonly sha256: string;
  /** What plays, in words. */
  readonly label: string;
  /** Told the film while it can be moved, and null when it cannot any more. */
  readonly film: (film: Film | null) => void;
  /** Where to stand when it opens, in seconds. */
  readonly start: number | undefined;
}

/** A film to watch: muted, never by itself; J, K and L for speed, comma and full stop for single frames. */
export function Player({ sha256, label, film, start }: PlayerProps) {
  const { t } = useTranslation('kinds');
  const asset = useAssetUrl(sha256);
  if (asset.state === 'missing') return <p className={styles.note}>{t('filmMissing')}</p>;
  if (asset.state === 'loading') return <div className={styles.film} />;
  return <Playing url={asset.url} label={label} film={film} start={start} />;
}

type State = 'opening' | 'plays' | 'no-picture' | 'cannot-play' | 'breaks-off';

function Playing({ url, label, film, start }: Omit<PlayerProps, 'sha256'> & { readonly url: string }) {
  const { t } = useTranslation('kinds');
  const video = useRef<HTMLVideoElement>(null);
  const back = useRef(0);
  const [state, setState] = useState<State>('opening');
  const [speed, setSpeed] = useState(0);
  const [reached, setReached] = useState(0);

  const [own] = useState(() => filmOf(video));
  useEffect(() => {
    if (state !== 'plays') return;
    film(own);
    return () => film(null);
  }, [film, own, state]);
  useEffect(() => () => clearInterval(back.current), []);
  useEffect(() => {
    if (state === 'plays' && start !== undefined) own.seek(start);
  }, [own, start, state]);

  const setPlaying = (next: number) => {
    const element = video.current;
    if (!element) return;
    clearInterval(back.current);
    setSpeed(next);
    if (next > 0) {
      element.playbackRate = next;
      element.play().catch(() => setSpeed(0));
      return;
    }
    element.pause();
    // Subtle: no browser plays backwards; it is done by steps, ten in a second.
    if (next < 0) {
      back.current = window.setInterval(() => {
        element.currentTime = Math.max(0, element.currentTime + next / 10);
      }, 100);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = filmActOf(event, speed);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    if ('speed' in act) return setPlaying(act.speed);
    setPlaying(0);
    own.step(act.step);
  };
  const failed = () => {
    const element = video.current;
    if (element && element.readyState > 0 && element.videoWidth > 0) setState('breaks-off');
    else setState('cannot-play');
  };
  return (
    <div className={styles.player}>
      {state !== 'cannot-play' && (
        <video
          ref={video}
          src={url}
          aria-label={label}
          muted
          controls
          playsInline
          preload="metadata"
          className={styles.film}
          onKeyDown={onKeyDown}
          onLoadedMetadata={(event) => setState(event.currentTarget.videoWidth > 0 ? 'plays' : 'no-picture')}
          onTimeUpdate={(event) => setReached(event.currentTarget.currentTime)}
          onPause={() => setSpeed((now) => (now > 0 ? 0 : now))}
          onPlay={(event) => setSpeed(event.currentTarget.playbackRate)}
          onError={failed}
        />
      )}
      {state === 'plays' && (
        <p className={styles.keys}>
          {t('filmKeys')}
          {speed !== 0 && speed !== 1 && <span> · {t('speed', { speed })}</span>}
        </p>
      )}
      {state === 'no-picture' && <p className={styles.note}>{t('filmNoPicture')}</p>}
      {state === 'cannot-play' && <p className={styles.note}>{t('filmCannotPlay')}</p>}
      {state === 'breaks-off' && <p className={styles.note}>{t('filmBreaksOff', { time: writeDuration(reached) })}</p>}
    </div>
  );
}

function filmOf(video: RefObject<HTMLVideoElement | null>): Film {
  const here = (): HTMLVideoElement => {
    if (!video.current) throw new Error('The film is not open any more.');
    return video.current;
  };
  return {
    time: () => Math.round(here().currentTime * 1000) / 1000,
    length: () => (Number.isFinite(video.current?.duration) ? video.current?.duration : undefined),
    seek: (seconds) => {
      here().currentTime = seconds;
    },
    step: (frames) => {
      here().pause();
      here().currentTime = Math.max(0, here().currentTime + frames * FRAME_SECONDS);
    },
    grab: () => grabFrame(here()),
    frameAt: async (seconds) => {
      const element = here();
      const stood = element.currentTime;
      element.pause();
      await seekTo(element, seconds);
      const frame = await grabFrame(element);
      await seekTo(element, stood);
      return frame;
    },
  };
}

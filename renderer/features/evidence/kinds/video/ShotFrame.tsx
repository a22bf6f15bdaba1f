import { useTranslation } from 'react-i18next';
import { writeDuration } from '#domain/duration.ts';
import { assetsOf, type Exhibit } from '#domain/evidence/exhibit.ts';
import type { Shot } from '#domain/evidence/kinds/video.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { Menu, type MenuGroup } from '#ui/Menu.tsx';
import { useAction } from '#ui/use-action.ts';
import { type Film, useFilm } from './film.ts';
import { setShotFrame, takeShotFrame } from './shot-frame.ts';

export interface ShotFrameProps {
  readonly exhibit: Exhibit<'video'>;
  readonly id: string;
  readonly shot: Shot;
  readonly number: number;
  /** Keeps first what is still being written in the list. */
  readonly flush: () => Promise<void>;
}

/** The menu for the picture beside a shot: taken from the film, chosen among the files, taken away again. */
export function ShotFrame({ exhibit, id, shot, number, flush }: ShotFrameProps) {
  const { t } = useTranslation('kinds');
  const film = useFilm();
  const [take, taking] = useAction(async (_, at: (playing: Film) => number) => {
    if (!film.current) return;
    const seconds = at(film.current);
    const frame = await film.current.frameAt(seconds);
    await flush();
    await takeShotFrame(exhibit, id, frame, seconds);
  });
  const [set, setting] = useAction(async (_, sha256: string | undefined) => {
    await flush();
    await setShotFrame(exhibit, id, sha256);
  });
  const { from, frame } = shot;
  const pictures = assetsOf(exhibit, 'frame', 'screenshot').filter(([, { mime }]) => mime.startsWith('image/'));
  const ofFilm = [
    ...(from === undefined
      ? []
      : [{ id: 'start', label: t('frameFromStart', { time: writeDuration(from) }), run: () => void take(() => from) }]),
    { id: 'now', label: t('frameFromNow'), run: () => void take((playing) => playing.time()) },
  ];
  const none = { id: 'none', label: t('frameNone'), description: t('frameNoneHint'), isDisabled: true, run: () => {} };
  const groups: MenuGroup[] = [
    { id: 'film', acts: film.current ? ofFilm : [] },
    {
      id: 'files',
      label: t('frameFromFiles'),
      acts: pictures.map(([sha256, { name }]) => ({
        id: sha256,
        label: name,
        isDisabled: sha256 === frame,
        run: () => void set(sha256),
      })),
    },
    {
      id: 'shot',
      acts: frame === undefined ? [] : [{ id: 'remove', label: t('frameRemove'), run: () => void set(undefined) }],
    },
  ].filter(({ acts }) => acts.length > 0);
  const failed = [taking, setting].find(({ error }) => error !== null);
  return (
    <>
      <Menu
        label={t('frameOfShot', { number })}
        trigger={
          <Button variant="quiet" aria-label={t('frameOfShot', { number })} isDisabled={taking.busy || setting.busy}>
            {t('frame')}
          </Button>
        }
        placement="bottom end"
        groups={groups.length > 0 ? groups : [{ id: 'none', acts: [none] }]}
      />
      {failed?.error && (
        <ActionError
          what={t('frameFailed')}
          error={failed.error}
          detailsLabel={t('details')}
          copyLabel={t('copyDetails')}
          copiedLabel={t('copied')}
          acts={[{ label: t('dismiss'), run: failed.dismiss }]}
        />
      )}
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assetsOf, type Exhibit } from '#domain/evidence/exhibit.ts';
import { isDrawn } from '#domain/evidence/rectangle.ts';
import type { Excerpt } from '#domain/excerpt.ts';
import { Player } from '#features/evidence/kinds/video/Player.tsx';
import { linking } from '#features/evidence/link-request.ts';
import { CloseLook } from './CloseLook.tsx';
import { CoveredMedia } from './CoveredMedia.tsx';
import styles from './PhotoView.module.css';
import { PictureChoice } from './PictureChoice.tsx';

export interface AttachedMediaProps {
  readonly exhibit: Exhibit;
  /** A region of one of the pictures is framed. */
  readonly excerpt: Excerpt | undefined;
}

/** The pictures and films that an exhibit brings along, such as those of a post, to look at closely; a part can be linked. */
export function AttachedMedia({ exhibit, excerpt }: AttachedMediaProps) {
  const has = (type: string) => assetsOf(exhibit).some(([, { mime }]) => mime.startsWith(type));
  const showsFilms = exhibit.kind !== 'video' && has('video/');
  if (!has('image/') && !showsFilms) return null;
  return (
    <CoveredMedia exhibit={exhibit}>
      {() => (
        <div className={styles.view}>
          <Pictures key={JSON.stringify(excerpt)} exhibit={exhibit} excerpt={excerpt} />
          {showsFilms && <Films exhibit={exhibit} />}
        </div>
      )}
    </CoveredMedia>
  );
}

function Pictures({ exhibit, excerpt }: AttachedMediaProps) {
  const { t } = useTranslation('kinds');
  const canLink = linking.useAnswered();
  const pictures = assetsOf(exhibit).filter(([, { mime }]) => mime.startsWith('image/'));
  const meant = excerpt?.type === 'region' ? excerpt : undefined;
  const [chosen, setChosen] = useState(meant?.asset);
  const [asset, use] = pictures.find(([other]) => other === chosen) ?? pictures[0] ?? [];
  if (asset === undefined || use === undefined) return null;
  const isMeant = meant?.asset === asset;
  return (
    <>
      <PictureChoice pictures={pictures} chosen={asset} onChoose={setChosen} />
      <CloseLook
        key={asset}
        sha256={asset}
        label={use.name}
        at={isMeant ? meant.rectangle : undefined}
        boxes={isMeant ? [{ id: 'meant', look: 'meant', label: '', rectangle: meant.rectangle }] : []}
        draw={
          canLink
            ? {
                label: t('linkRegion'),
                run: (rectangle) => {
                  if (isDrawn(rectangle))
                    linking.ask({ exhibits: [exhibit.id], excerpt: { type: 'region', asset, rectangle } });
                },
              }
            : undefined
        }
      />
    </>
  );
}

function Films({ exhibit }: { readonly exhibit: Exhibit }) {
  return assetsOf(exhibit)
    .filter(([, { mime }]) => mime.startsWith('video/'))
    .map(([sha256, { name }]) => (
      <Player key={sha256} sha256={sha256} label={name} film={leftAlone} start={undefined} />
    ));
}

/** Nobody moves these films but their own controls. */
function leftAlone(): void {}

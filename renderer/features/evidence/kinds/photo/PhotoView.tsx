import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assetsOf, type Exhibit } from '#domain/evidence/exhibit.ts';
import { isDrawn } from '#domain/evidence/rectangle.ts';
import type { Rectangle } from '#domain/excerpt.ts';
import { newId } from '#domain/id.ts';
import { EditBody } from '#features/evidence/kinds/EditBody.tsx';
import type { KindViewProps } from '#features/evidence/kinds/kind-props.ts';
import { useBodyEdit } from '#features/evidence/kinds/use-body-edit.ts';
import { useDraft } from '#features/evidence/kinds/use-draft.ts';
import { useAction } from '#ui/use-action.ts';
import { CloseLook } from './CloseLook.tsx';
import { CoveredMedia } from './CoveredMedia.tsx';
import { FileSays } from './FileSays.tsx';
import { LookAlikes } from './LookAlikes.tsx';
import { PhotoForm } from './PhotoForm.tsx';
import styles from './PhotoView.module.css';
import { PictureChoice } from './PictureChoice.tsx';
import { RegionList } from './RegionList.tsx';

/** A photo to look at: its pictures one at a time, as closely as wanted, with the regions marked on them. */
export function PhotoView({ exhibit, excerpt }: KindViewProps<'photo'>) {
  const { t } = useTranslation('kinds');
  const pictures = assetsOf(exhibit).filter(([, { mime }]) => mime.startsWith('image/'));
  return (
    <div className={styles.view}>
      {pictures.length > 0 && (
        <CoveredMedia exhibit={exhibit}>
          {() => <Pictures key={JSON.stringify(excerpt)} exhibit={exhibit} excerpt={excerpt} />}
        </CoveredMedia>
      )}
      {exhibit.body.caption && (
        <p dir="auto" lang={exhibit.language} className={styles.caption}>
          {exhibit.body.caption}
        </p>
      )}
      {pictures.length > 0 && <LookAlikes key={exhibit.id} of={[exhibit]} ask={t('findLookAlikes')} />}
      <FileSays exhibit={exhibit} />
      <EditBody exhibit={exhibit} Form={PhotoForm} />
    </div>
  );
}

function Pictures({ exhibit, excerpt }: { exhibit: Exhibit<'photo'>; excerpt: KindViewProps<'photo'>['excerpt'] }) {
  const { t } = useTranslation('kinds');
  const pictures = assetsOf(exhibit).filter(([, { mime }]) => mime.startsWith('image/'));
  const meant = excerpt?.type === 'region' ? excerpt : undefined;
  const [chosen, setChosen] = useState(meant?.asset);
  const [selected, setSelected] = useState<string | null>(null);
  const edit = useBodyEdit(exhibit);
  const { entries, set, flush } = useDraft(exhibit.body.regions, (write) =>
    edit('exhibit.region', (body) => ({ ...body, regions: write(body.regions) })),
  );
  const [keep] = useAction(async () => flush());
  const [sha256, use] = pictures.find(([other]) => other === chosen) ?? pictures[0] ?? [];
  if (sha256 === undefined || use === undefined) return null;
  const here = Object.entries(entries).filter(([, region]) => region.asset === sha256);
  const draw = (rectangle: Rectangle) => {
    if (!isDrawn(rectangle)) return;
    const id = newId();
    set({ ...entries, [id]: { asset: sha256, rectangle, label: '', tags: [] } });
    setSelected(id);
  };
  const move = (id: string, rectangle: Rectangle) => {
    const region = entries[id];
    if (region) set({ ...entries, [id]: { ...region, rectangle } });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is written inside is kept when the focus leaves it
    <div
      className={styles.view}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void keep();
      }}
    >
      <PictureChoice pictures={pictures} chosen={sha256} onChoose={setChosen} />
      <CloseLook
        key={sha256}
        sha256={sha256}
        label={use.name}
        at={meant?.asset === sha256 ? meant.rectangle : undefined}
        boxes={[
          ...here.map(([id, region], place) => ({
            id,
            look: 'region' as const,
            label: region.label || t('regionNumber', { number: place + 1 }),
            rectangle: region.rectangle,
          })),
          ...(meant?.asset === sha256
            ? [{ id: 'meant', look: 'meant' as const, label: '', rectangle: meant.rectangle }]
            : []),
        ]}
        draw={{ label: t('drawRegion'), run: draw }}
        onMove={move}
      />
      <RegionList
        exhibit={exhibit}
        regions={here}
        selected={selected}
        onChange={(id, region) => {
          const { [id]: _, ...others } = entries;
          set(region ? { ...entries, [id]: region } : others);
        }}
      />
    </div>
  );
}

import { type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AssetUse, type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import type { Excerpt, Rectangle } from '#domain/excerpt.ts';
import { usePictureUrl } from '#features/evidence/assets/use-asset-url.ts';
import { useThumbnail } from '#features/evidence/assets/use-thumbnail.ts';
import { Cover } from '#ui/Cover.tsx';
import { NumberField } from '#ui/NumberField.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './Excerpt.module.css';

type Region = Extract<Excerpt, { type: 'region' }>;

interface RegionFieldProps {
  readonly exhibit: Exhibit;
  readonly pictures: readonly [sha256: string, use: AssetUse][];
  readonly value: Region | undefined;
  readonly onChange: (excerpt: Region | undefined) => void;
}

/** A rectangle of one of an exhibit's pictures, drawn with the pointer or given in per cent. Graphic pictures stay covered until asked for. */
export function RegionField({ exhibit, pictures, value, onChange }: RegionFieldProps) {
  const { t } = useTranslation('claims');
  const [chosen, setChosen] = useState(value?.asset ?? pictures[0]?.[0]);
  if (chosen === undefined) return null;
  const rectangle = value?.rectangle;
  const set = (next: Rectangle) => onChange({ type: 'region', asset: chosen, rectangle: next });
  const field = (side: keyof Rectangle, label: string) => (
    <NumberField
      label={label}
      minValue={0}
      maxValue={100}
      value={rectangle ? Math.round(rectangle[side] * 100) : null}
      onChange={(percent) => {
        if (percent !== null) set(inside({ ...(rectangle ?? whole), [side]: percent / 100 }));
      }}
    />
  );
  return (
    <>
      {pictures.length > 1 && (
        <Select
          label={t('picture')}
          items={pictures.map(([id, use]) => ({ id, label: use.name }))}
          value={chosen}
          onChange={(id) => {
            setChosen(id);
            onChange(undefined);
          }}
        />
      )}
      {exhibit.graphic ? (
        <Cover
          key={chosen}
          word={t('graphic')}
          showLabel={t('show')}
          of={`${exhibit.label} ${titleOf(exhibit)}`}
          size="thumb"
        >
          {() => <Drawing asset={chosen} rectangle={rectangle} onDraw={set} />}
        </Cover>
      ) : (
        <Drawing asset={chosen} rectangle={rectangle} onDraw={set} />
      )}
      <div className={styles.four}>
        {field('x', t('left'))}
        {field('y', t('top'))}
        {field('width', t('width'))}
        {field('height', t('height'))}
      </div>
    </>
  );
}

const whole: Rectangle = { x: 0, y: 0, width: 1, height: 1 };

/** Keeps a rectangle within the picture. */
function inside({ x, y, width, height }: Rectangle): Rectangle {
  return { x, y, width: Math.min(width, 1 - x), height: Math.min(height, 1 - y) };
}

interface DrawingProps {
  readonly asset: string;
  readonly rectangle: Rectangle | undefined;
  readonly onDraw: (rectangle: Rectangle) => void;
}

function Drawing({ asset, rectangle, onDraw }: DrawingProps) {
  const { t } = useTranslation(['claims', 'assets']);
  const small = useThumbnail(asset);
  const address = usePictureUrl(asset);
  const [start, setStart] = useState<{ x: number; y: number } | null>(null);
  if (small.state === 'missing' || address.state === 'missing')
    return <p className={styles.gone}>{t('pictureMissing')}</p>;
  // What is too large or cannot be drawn is not even tried; of a damaged picture the browser draws what it can read.
  if (small.state === 'none' && small.why !== 'damaged')
    return <p className={styles.gone}>{t(`assets:none-${small.why}`)}</p>;
  if (small.state === 'loading' || address.state === 'loading') return null;
  const at = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const fraction = (part: number, length: number) => Math.min(1, Math.max(0, part / length));
    return { x: fraction(event.clientX - box.left, box.width), y: fraction(event.clientY - box.top, box.height) };
  };
  const draw = (event: PointerEvent<HTMLElement>) => {
    if (!start) return;
    const now = at(event);
    const [width, height] = [Math.abs(now.x - start.x), Math.abs(now.y - start.y)];
    if (width > 0.01 && height > 0.01)
      onDraw(inside({ x: Math.min(now.x, start.x), y: Math.min(now.y, start.y), width, height }));
  };
  return (
    <div
      className={styles.frame}
      title={t('drawRegion')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setStart(at(event));
      }}
      onPointerMove={draw}
      onPointerUp={(event) => {
        draw(event);
        setStart(null);
      }}
    >
      <img src={address.url} alt="" draggable={false} />
      {rectangle && (
        <span
          className={styles.rectangle}
          style={{
            left: `${rectangle.x * 100}%`,
            top: `${rectangle.y * 100}%`,
            width: `${rectangle.width * 100}%`,
            height: `${rectangle.height * 100}%`,
          }}
        />
      )}
    </div>
  );
}

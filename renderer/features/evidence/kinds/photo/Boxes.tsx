import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { moved, type Point, resized } from '#domain/evidence/rectangle.ts';
import type { Rectangle } from '#domain/excerpt.ts';
import { classes } from '#ui/classes.ts';
import styles from './Boxes.module.css';

/** A rectangle on a picture: a region that can be moved, the part an excerpt means, or the one being drawn. */
export interface Box {
  readonly id: string;
  readonly look: 'region' | 'meant' | 'drawn';
  readonly label: string;
  readonly rectangle: Rectangle;
}

export interface BoxesProps {
  readonly boxes: readonly Box[];
  readonly zoom: number;
  /** Turns a movement of the pointer in pixels into one in fractions of the picture. */
  readonly movement: (by: Point) => Point;
  readonly onMove: (id: string, rectangle: Rectangle) => void;
}

/** The rectangles on a picture. Arrows move the one with the focus, with Shift they move its lower right corner. */
export function Boxes({ boxes, zoom, movement, onMove }: BoxesProps) {
  return boxes.map((box) =>
    box.look === 'region' ? (
      <RegionBox key={box.id} box={box} zoom={zoom} movement={movement} onMove={onMove} />
    ) : (
      <div
        key={box.id}
        data-meant={box.look === 'meant' ? '' : undefined}
        className={classes(styles.box, styles[box.look])}
        style={placeOf(box.rectangle, zoom)}
      />
    ),
  );
}

const STEP = 0.01;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

function RegionBox({ box, zoom, movement, onMove }: Omit<BoxesProps, 'boxes'> & { readonly box: Box }) {
  const { t } = useTranslation('kinds');
  const held = useRef<{ at: Point; does: 'move' | 'resize' } | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = ARROWS[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(box.id, event.shiftKey ? resized(box.rectangle, by) : moved(box.rectangle, by));
  };
  const take = (does: 'move' | 'resize') => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { at: { x: event.clientX, y: event.clientY }, does };
  };
  const pull = (event: PointerEvent) => {
    if (!held.current) return;
    event.stopPropagation();
    const { at, does } = held.current;
    const by = movement({ x: event.clientX - at.x, y: event.clientY - at.y });
    held.current = { at: { x: event.clientX, y: event.clientY }, does };
    onMove(box.id, does === 'move' ? moved(box.rectangle, by) : resized(box.rectangle, by));
  };
  const release = () => {
    held.current = null;
  };
  return (
    <button
      type="button"
      aria-label={t('regionBox', { label: box.label })}
      data-region={box.id}
      className={classes(styles.box, styles.region)}
      style={placeOf(box.rectangle, zoom)}
      onKeyDown={onKeyDown}
      onPointerDown={take('move')}
      onPointerMove={pull}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <span
        className={styles.corner}
        onPointerDown={take('resize')}
        onPointerMove={pull}
        onPointerUp={release}
        onPointerCancel={release}
      />
    </button>
  );
}

// Subtle: the boxes are zoomed with the picture; their lines are thinned by as much and stay two pixels wide.
function placeOf({ x, y, width, height }: Rectangle, zoom: number) {
  return {
    left: `${x * 100}%`,
    top: `${y * 100}%`,
    width: `${width * 100}%`,
    height: `${height * 100}%`,
    '--line-width': `${2 / zoom}px`,
  };
}

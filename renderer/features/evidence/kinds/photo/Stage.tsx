import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moved, type Point, rectangleBetween } from '#domain/evidence/rectangle.ts';
import type { Rectangle } from '#domain/excerpt.ts';
import { classes } from '#ui/classes.ts';
import { type Box, Boxes } from './Boxes.tsx';
import {
  fitted,
  lookingAt,
  movementOf,
  type PictureLook,
  pointOf,
  type Size,
  turned,
  whole,
  zoomed,
} from './picture-view.ts';
import styles from './Stage.module.css';
import { StageTools } from './StageTools.tsx';
import { useSize } from './use-size.ts';

export interface StageProps {
  readonly url: string;
  readonly label: string;
  readonly boxes: readonly Box[];
  /** The part to show first. */
  readonly at: Rectangle | undefined;
  /** What is done with a rectangle drawn on it, and the words for that; absent where none is drawn. */
  readonly draw: { readonly label: string; readonly run: (rectangle: Rectangle) => void } | undefined;
  readonly onMove?: (id: string, rectangle: Rectangle) => void;
}

const MIDDLE: Rectangle = { x: 0.35, y: 0.35, width: 0.3, height: 0.3 };
const STEP_PX = 40;

/** A picture to look at closely: wheel and + − zoom, dragging and arrows move, R turns it, for the eye only. Regions are drawn on it. */
export function Stage({ url, label, boxes, at, draw, onMove = () => {} }: StageProps) {
  const { t } = useTranslation('kinds');
  const stage = useRef<HTMLDivElement>(null);
  const frame = useSize(stage);
  const [picture, setPicture] = useState<Size | 'broken' | null>(null);
  const [look, setLook] = useState<PictureLook | null>(null);
  const [drawing, setDrawing] = useState<'no' | 'ready' | { from: Point; to: Point }>('no');
  const drag = useRef<Point | null>(null);
  const size = picture === null || picture === 'broken' ? null : picture;
  const turn = look?.turn ?? 0;
  const fit = size && frame ? fitted(size, frame, turn) : null;
  const shown = look ?? (at && fit && frame ? lookingAt(at, fit, frame) : whole);

  const fromMiddle = (event: { clientX: number; clientY: number }): Point => {
    const rect = stage.current?.getBoundingClientRect();
    return rect
      ? { x: event.clientX - rect.left - rect.width / 2, y: event.clientY - rect.top - rect.height / 2 }
      : { x: 0, y: 0 };
  };
  const hasPart = at !== undefined;
  useEffect(() => {
    if (hasPart) stage.current?.scrollIntoView({ block: 'center' });
  }, [hasPart]);
  const latest = useRef({ shown, fromMiddle });
  useEffect(() => {
    latest.current = { shown, fromMiddle };
  });
  useEffect(() => {
    const element = stage.current;
    // Subtle: React listens to the wheel passively, and the page would scroll under the zoom.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const now = latest.current;
      setLook(zoomed(now.shown, Math.exp(-event.deltaY / 400), now.fromMiddle(event)));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, []);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || !fit) return;
    const point = fromMiddle(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    if (drawing === 'no') drag.current = point;
    else setDrawing({ from: pointOf(shown, fit, point), to: pointOf(shown, fit, point) });
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const point = fromMiddle(event);
    if (typeof drawing === 'object' && fit) setDrawing({ ...drawing, to: pointOf(shown, fit, point) });
    else if (drag.current) {
      setLook({ ...shown, x: shown.x + point.x - drag.current.x, y: shown.y + point.y - drag.current.y });
      drag.current = point;
    }
  };
  const onPointerUp = () => {
    drag.current = null;
    if (typeof drawing !== 'object') return;
    setDrawing('no');
    draw?.run(rectangleBetween(drawing.from, drawing.to));
  };
  const startDrawing = () => {
    setDrawing((now) => (now === 'no' ? 'ready' : 'no'));
    stage.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (drawing !== 'no' && (key === 'Enter' || key === 'Escape')) {
      setDrawing('no');
      if (key === 'Enter') draw?.run(besides(MIDDLE, boxes));
    } else {
      const next = lookAfter(key, shown);
      if (!next) return;
      setLook(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.whole}>
      <StageTools
        zoom={shown.zoom}
        isDrawing={drawing !== 'no'}
        onLook={(key) => setLook(lookAfter(key, shown) ?? shown)}
        draw={draw && { label: draw.label, run: startDrawing }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a group that takes keys, not a set of form fields */}
      <div
        ref={stage}
        role="group"
        aria-label={t('stage', { name: label })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is zoomed, moved and turned from the keyboard
        tabIndex={0}
        className={classes(styles.stage, drawing !== 'no' && styles.drawing)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          drag.current = null;
          setDrawing('no');
        }}
        onKeyDown={onKeyDown}
      >
        <div
          className={styles.picture}
          style={{
            ...(fit && { width: `${fit.width}px`, height: `${fit.height}px` }),
            transform: `translate(-50%, -50%) translate(${shown.x}px, ${shown.y}px) rotate(${turn}deg) scale(${shown.zoom})`,
          }}
        >
          <img
            src={url}
            alt={label}
            draggable={false}
            className={classes(styles.image, shown.zoom > 4 && styles.pixels)}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setPicture({ width: naturalWidth, height: naturalHeight })
            }
            onError={() => setPicture('broken')}
          />
          {fit && (
            <Boxes
              boxes={
                typeof drawing === 'object'
                  ? [
                      ...boxes,
                      { id: 'drawn', look: 'drawn', label: '', rectangle: rectangleBetween(drawing.from, drawing.to) },
                    ]
                  : boxes
              }
              zoom={shown.zoom}
              movement={(by) => movementOf(shown, fit, by)}
              onMove={onMove}
            />
          )}
        </div>
      </div>
      {picture === 'broken' && <p className={styles.note}>{t('pictureBroken')}</p>}
      {drawing !== 'no' && <p className={styles.hint}>{t('drawHint')}</p>}
    </div>
  );
}

/** Puts a region beside those that lie there already, so that each can be seen. */
function besides(rectangle: Rectangle, boxes: readonly Box[]): Rectangle {
  const same = boxes.some(({ rectangle: { x, y } }) => Math.abs(x - rectangle.x) + Math.abs(y - rectangle.y) < 0.01);
  const next = moved(rectangle, { x: 0.05, y: 0.05 });
  return same && next.x !== rectangle.x ? besides(next, boxes) : rectangle;
}

/** Gives the look after a key; undefined for a key that means nothing here. */
function lookAfter(key: string, look: PictureLook): PictureLook | undefined {
  switch (key) {
    case '+':
    case '=':
      return zoomed(look, 1.25);
    case '-':
      return zoomed(look, 0.8);
    case '0':
      return whole;
    case 'r':
      return turned(look, 1);
    case 'R':
      return turned(look, -1);
    case 'ArrowLeft':
      return { ...look, x: look.x + STEP_PX };
    case 'ArrowRight':
      return { ...look, x: look.x - STEP_PX };
    case 'ArrowUp':
      return { ...look, y: look.y + STEP_PX };
    case 'ArrowDown':
      return { ...look, y: look.y - STEP_PX };
    default:
      return undefined;
  }
}

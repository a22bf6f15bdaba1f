import { useId } from 'react';
import type { ClaimStatus } from '#domain/assessment.ts';
import type { Amount } from '#domain/claim.ts';
import { type Axis, percentOn } from './axis.ts';
import styles from './RangeBar.module.css';

interface RangeBarProps {
  readonly axis: Axis;
  readonly amount: Amount;
  /** The amount in words, drawn above the bar. */
  readonly label: string;
  readonly status: ClaimStatus;
}

/** How much of the axis an open end takes to fade. */
const FADE = 17;

/** One amount on the common axis: a dot for one number, a bar for a range; an open end fades away. Only to be looked at. */
export function RangeBar({ axis, amount, label, status }: RangeBarProps) {
  const id = useId();
  const { atLeast, atMost } = amount;
  const known = [atLeast, atMost].filter((end) => end !== undefined).map((end) => percentOn(axis, end));
  const low = Math.min(...known);
  const high = Math.max(...known);
  const from = atLeast === undefined ? Math.max(0, high - FADE) : low;
  const to = atMost === undefined ? Math.min(100, low + FADE) : high;
  const middle = (atLeast === undefined ? high : atMost === undefined ? low : (low + high) / 2) || 0;
  const anchor = middle > 84 ? 'end' : middle < 12 ? 'start' : 'middle';
  const open = atLeast === undefined ? 'below' : atMost === undefined ? 'above' : null;
  return (
    <svg className={styles.bar} data-status={status} height="44" width="100%" aria-hidden="true">
      {axis.ticks.map((tick) => (
        <line
          key={tick}
          x1={`${percentOn(axis, tick)}%`}
          x2={`${percentOn(axis, tick)}%`}
          y1="5"
          y2="39"
          className={styles.grid}
        />
      ))}
      {open !== null && (
        <linearGradient id={id} x1={open === 'above' ? 0 : 1} x2={open === 'above' ? 1 : 0}>
          <stop offset="0" className={styles.solid} />
          <stop offset=".45" className={styles.solid} />
          <stop offset="1" className={styles.faded} />
        </linearGradient>
      )}
      <text x={`${middle}%`} y="14" textAnchor={anchor} className={styles.label}>
        {label}
      </text>
      {from === to ? (
        <circle cx={`${from}%`} cy="28" r="6" className={amount.wording === 'about' ? styles.ring : styles.fill} />
      ) : (
        <rect
          x={`${from}%`}
          width={`${to - from}%`}
          y="23"
          height="10"
          rx="4"
          fill={open === null ? undefined : `url(#${id})`}
          className={open === null ? styles.fill : undefined}
        />
      )}
    </svg>
  );
}

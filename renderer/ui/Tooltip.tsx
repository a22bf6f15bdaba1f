import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, type Placement, TooltipTrigger } from 'react-aria-components';
import styles from './Floating.module.css';
import { formatKeys } from './key-combination.ts';

export interface TooltipProps {
  readonly text: string;
  /** The combination that does the same, as in `C`; written after the text. */
  readonly keys?: string | undefined;
  readonly placement?: Placement;
  /** The Button, IconButton or react-aria `Focusable` that it belongs to. */
  readonly children: ReactElement;
}

/** Words that show on hover and on focus, and describe the thing to screen readers. */
export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <AriaTooltip className={`${styles.tooltip}`} offset={6} placement={placement}>
        {keys === undefined ? text : `${text} · ${formatKeys(keys)}`}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

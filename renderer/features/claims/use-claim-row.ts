import type { KeyboardEvent, MouseEvent } from 'react';
import type { Claim } from '#domain/claim.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { dragsClaim, useExhibitDrop } from './drag.ts';
import { linkingClaim } from './requests.ts';

/**
 * Gives what a row that stands for a claim gets: a press or Enter opens it beside, with Ctrl or ⌘ (or a double press) in
 * full, L links exhibits to it; it can be dragged, and exhibits dropped on it. For a `<button>`.
 */
export function useClaimRow(claim: Claim) {
  const { open, openBeside, beside } = useWorkbench();
  const target = { table: 'claims', id: claim.id } as const;
  const drop = useExhibitDrop((exhibits) => linkingClaim.ask({ claim: claim.id, exhibits }));
  return {
    ...dragsClaim(claim),
    ...drop,
    'aria-current': beside?.table === 'claims' && beside.id === claim.id ? ('true' as const) : undefined,
    'aria-keyshortcuts': 'Enter Control+Enter L',
    onClick: (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey) open(target);
      else openBeside(target);
    },
    onDoubleClick: () => open(target),
    onKeyDown: (event: KeyboardEvent) => {
      const mod = event.ctrlKey || event.metaKey;
      if (event.key === 'Enter' && mod) open(target);
      else if (event.key.toLowerCase() === 'l' && !mod && !event.altKey)
        linkingClaim.ask({ claim: claim.id, exhibits: [] });
      else return;
      event.preventDefault();
    },
  };
}

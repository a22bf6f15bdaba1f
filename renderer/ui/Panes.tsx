import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { Group, type Layout, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import styles from './Panes.module.css';
import { getPreference, type Preference, setPreference } from './preferences.ts';

/** What can be done to the panes from outside: a command, a button in the header. */
export interface PanesHandle {
  readonly toggleRail: () => void;
  readonly togglePanel: () => void;
  readonly showPanel: () => void;
}

export interface PanesProps {
  /** Where the sizes are remembered. */
  readonly storageKey: string;
  readonly rail: ReactNode;
  readonly work: ReactNode;
  /** The panel, or null where there is none or a Drawer holds it. */
  readonly panel: ReactNode | null;
  /** What the line between rail and work does, in words for screen readers. */
  readonly railSizeLabel: string;
  /** What the line between work and panel does, in words for screen readers. */
  readonly panelSizeLabel: string;
  readonly ref?: Ref<PanesHandle>;
}

/** Pixels; a pane of size 0 is collapsed, and opens again at `…Open`. */
interface PaneSizes {
  readonly rail: number;
  readonly railOpen: number;
  readonly panel: number;
  readonly panelOpen: number;
}

/** As in the stylesheet. */
const LINE_WIDTH = 1;

const SIZES: PaneSizes = { rail: 208, railOpen: 208, panel: 396, panelOpen: 396 };

function sizesAt(key: string): Preference<PaneSizes> {
  return { key: `panes/${key}`, fallback: SIZES, read: readSizes };
}

function readSizes(stored: unknown): PaneSizes | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  if (!('rail' in stored && 'railOpen' in stored && 'panel' in stored && 'panelOpen' in stored)) return undefined;
  const { rail, railOpen, panel, panelOpen } = stored;
  const areNumbers =
    typeof rail === 'number' &&
    typeof railOpen === 'number' &&
    typeof panel === 'number' &&
    typeof panelOpen === 'number';
  return areNumbers ? { rail, railOpen, panel, panelOpen } : undefined;
}

/**
 * Rail, work and panel side by side. The lines between them are dragged, or focused and moved with the arrows; Enter
 * on a line collapses its pane, a double press gives it its first size back.
 */
export function Panes({ storageKey, rail, work, panel, railSizeLabel, panelSizeLabel, ref }: PanesProps) {
  const [atStart] = useState(() => getPreference(sizesAt(storageKey)));
  const groupRef = useRef<HTMLDivElement>(null);
  const railRef = usePanelRef();
  const panelRef = usePanelRef();

  // Subtle: the layout (percentages) is new here, the elements' own sizes may still be the old ones.
  const remember = (layout: Layout) => {
    const before = getPreference(sizesAt(storageKey));
    const lines = panel === null ? 1 : 2;
    const shared = (groupRef.current?.clientWidth ?? 0) - lines * LINE_WIDTH;
    const pixels = (share: number | undefined) =>
      share === undefined ? undefined : Math.round((share / 100) * shared);
    const railNow = pixels(layout.rail) ?? before.rail;
    const panelNow = pixels(layout.panel) ?? before.panel;
    setPreference(sizesAt(storageKey), {
      rail: railNow,
      railOpen: railNow || before.railOpen,
      panel: panelNow,
      panelOpen: panelNow || before.panelOpen,
    });
  };

  useImperativeHandle(ref, () => {
    const showRail = () => railRef.current?.resize(getPreference(sizesAt(storageKey)).railOpen);
    const showPanel = () => {
      if (panelRef.current?.isCollapsed()) panelRef.current.resize(getPreference(sizesAt(storageKey)).panelOpen);
    };
    return {
      toggleRail: () => (railRef.current?.isCollapsed() ? showRail() : railRef.current?.collapse()),
      togglePanel: () => (panelRef.current?.isCollapsed() ? showPanel() : panelRef.current?.collapse()),
      showPanel,
    };
  }, [storageKey, railRef, panelRef]);

  return (
    <Group elementRef={groupRef} orientation="horizontal" onLayoutChanged={remember} className={styles.panes}>
      <Panel
        id="rail"
        panelRef={railRef}
        defaultSize={atStart.rail}
        minSize={160}
        maxSize={360}
        collapsible
        groupResizeBehavior="preserve-pixel-size"
        className={styles.rail}
      >
        {rail}
      </Panel>
      <Separator aria-label={railSizeLabel} className={styles.line} />
      <Panel id="work" minSize={320} className={styles.work}>
        {work}
      </Panel>
      {panel !== null && (
        <>
          <Separator aria-label={panelSizeLabel} className={styles.line} />
          <Panel
            id="panel"
            panelRef={panelRef}
            defaultSize={atStart.panel}
            minSize={280}
            maxSize={720}
            collapsible
            groupResizeBehavior="preserve-pixel-size"
            className={styles.panel}
          >
            {panel}
          </Panel>
        </>
      )}
    </Group>
  );
}

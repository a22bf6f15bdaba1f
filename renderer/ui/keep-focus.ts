import { useEffect } from 'react';

/** Where the focused element stands, from the inside out, with its neighbours at each step. */
type Trail = readonly { readonly parent: Element; readonly neighbours: readonly Element[] }[];

interface Kept {
  readonly element: Element;
  readonly trail: Trail;
}

/** How many focused things back one looks for a place that is still there. */
const remembered = 4;
const landmarks = 'main, section, article, aside, nav, form, [role="dialog"], [role="region"], [data-panel]';
/** What takes keys but no typing: a field that got the focus unasked would swallow the next key. */
const landings = 'a[href], button, summary, [tabindex="0"]:not([contenteditable], [role="separator"])';

function trailOf(element: Element): Trail {
  const trail: { parent: Element; neighbours: Element[] }[] = [];
  for (let child = element; child.parentElement; child = child.parentElement) {
    const neighbours = [child.nextElementSibling, child.previousElementSibling].filter((one) => one !== null);
    trail.push({ parent: child.parentElement, neighbours });
  }
  return trail;
}

function landingIn(place: Element): HTMLElement | undefined {
  return [place, ...place.querySelectorAll(landings)]
    .filter((one) => one instanceof HTMLElement)
    .find((one) => one.matches(landings) && !one.matches(':disabled') && one.getClientRects().length > 0);
}

/**
 * Gives the focus to the nearest neighbour of what is gone, within the part of the view it stood in; else to that part. Of
 * a menu that is gone altogether nothing is near; then what had the focus before it counts.
 */
function restore(recent: readonly Kept[]): void {
  const place =
    recent.map(({ trail }) => nearest(trail)).find((one) => one !== undefined) ?? document.querySelector('main');
  if (!place) return;
  if (!place.hasAttribute('tabindex') && !place.matches(landings)) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

function nearest(trail: Trail): HTMLElement | undefined {
  for (const { parent, neighbours } of trail) {
    if (!parent.isConnected) continue;
    if (parent === document.body) break;
    for (const neighbour of neighbours) {
      const landing = neighbour.parentElement === parent ? landingIn(neighbour) : undefined;
      if (landing) return landing;
    }
    if (parent instanceof HTMLElement && parent.matches(landmarks)) return parent;
  }
  return undefined;
}

const isLost = () => document.activeElement === null || document.activeElement === document.body;

/**
 * Keeps the focus in the view when the focused thing is deleted, moved away or switched off: its neighbour gets it, so that
 * the keyboard goes on from there. What a press beside everything lets go stays let go. Mount it once.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let recent: readonly Kept[] = [];
    let waiting = false;
    const isGone = (element: Element) => !element.isConnected || element.matches(':disabled');
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof Element)
        recent = [{ element: target, trail: trailOf(target) }, ...recent].slice(0, remembered);
    };
    const onFocusOut = ({ target }: FocusEvent) =>
      setTimeout(() => {
        const last = recent[0]?.element;
        if (last !== undefined && last === target && isLost() && !isGone(last)) recent = [];
      });
    const look = () => {
      const last = recent[0]?.element;
      if (waiting || last === undefined || !isGone(last)) return;
      waiting = true;
      // Subtle: a dialog gives the focus back a frame after it is gone, and a view takes it when it has rendered.
      setTimeout(() => {
        waiting = false;
        const now = recent[0]?.element;
        if (now !== undefined && isGone(now) && isLost()) restore(recent);
      }, 60);
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    return () => {
      watch.disconnect();
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
    };
  }, []);
}

const SPEEDS = [0.25, 0.5, 1, 1.5, 2, 4, 8];

/**
 * Gives the speed after one of the keys J, K, L (−: backwards, 0: still), as cutting rooms have them: L plays and each
 * further L goes faster, J the same backwards, K stands still. Undefined for another key.
 */
export function speedAfter(key: string, speed: number): number | undefined {
  switch (key.toLowerCase()) {
    case 'k':
      return 0;
    case 'l':
      return speed <= 0 ? 1 : faster(speed);
    case 'j':
      return speed >= 0 ? -1 : -faster(-speed);
    default:
      return undefined;
  }
}

function faster(speed: number): number {
  return SPEEDS.find((other) => other > speed) ?? speed;
}

const mostSteps = 50_000;

/**
 * Gives as many of the sets as can be chosen with no two sharing an element; each given set is sorted in the answer, and the
 * answer does not depend on their order. A set that holds another one whole is passed over for it, so that in practice few are
 * left to try out; should trying still take more than 50,000 steps, the best choice until then is given: never too many.
 */
export function mostDisjoint(sets: Iterable<Iterable<string>>): string[][] {
  const distinct = new Map<string, string[]>();
  for (const set of sets) {
    const sorted = [...new Set(set)].sort();
    if (sorted.length > 0) distinct.set(JSON.stringify(sorted), sorted);
  }
  const ordered = [...distinct].sort(([a, x], [b, y]) => x.length - y.length || (a < b ? -1 : 1)).map(([, set]) => set);
  const minimal: string[][] = [];
  const singles = new Set<string>();
  for (const set of ordered) {
    const [only] = set;
    if (set.length === 1 && only !== undefined) {
      singles.add(only);
      minimal.push(set);
    } else if (!set.some((e) => singles.has(e)) && !minimal.some((less) => less.every((e) => set.includes(e))))
      minimal.push(set);
  }
  const alone = minimal.filter((set) => set.length === 1);
  return [...alone, ...tryOut(minimal.slice(alone.length))];
}

function tryOut(sets: readonly string[][]): string[][] {
  let best: string[][] = [];
  let steps = 0;
  const choose = (left: readonly string[][], chosen: string[][]): void => {
    steps += 1;
    if (chosen.length > best.length) best = chosen;
    const [first, ...rest] = left;
    if (first === undefined || chosen.length + left.length <= best.length || steps > mostSteps) return;
    const apart = rest.filter((set) => !set.some((e) => first.includes(e)));
    choose(apart, [...chosen, first]);
    if (apart.length < rest.length) choose(rest, chosen);
  };
  choose(sets, []);
  return best;
}

/**
 * The one of some names that a mistyped word was meant to be: at most a third of its letters are wrong, missing, too many
 * or changed places with their neighbour. `undefined`: none is that close.
 */
export function closestName(word: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - word.length) >= least) continue;
    const distance = typingDistance(word.toLowerCase(), name.toLowerCase());
    if (distance >= least) continue;
    [best, least] = [name, distance];
  }
  return best;
}

/** `. Did you mean --gate?`, to stand behind a complaint; empty where no name is close. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const closest = closestName(word, names);
  return closest === undefined ? '' : `. Did you mean ${closest}?`;
}

/** Optimal string alignment: insertions, deletions, replacements, and swaps of two neighbours. */
function typingDistance(left: string, right: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= left.length; row++) {
    const line = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      line.push(
        Math.min(
          (line[column - 1] ?? 0) + 1,
          (last[column] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, last] = [last, line];
  }
  return last[right.length] ?? 0;
}

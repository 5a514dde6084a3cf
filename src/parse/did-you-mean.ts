import leven from 'leven';

/** The known word nearest to a written one, if it is near enough to be what was meant. */
export function didYouMean(written: string, known: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase().replaceAll(/[ -]/g, '_');
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const word of known) {
    const distance = distanceOf(wanted, word.toLowerCase().replaceAll('-', '_'));
    if (distance < bestDistance) [best, bestDistance] = [word, distance];
  }
  return best;
}

/** Letters to add, drop or replace; two neighbours that changed places count as one. */
function distanceOf(a: string, b: string): number {
  const from = [...a].findIndex((letter, index) => letter !== b[index]);
  const isSwap =
    from !== -1 && a.slice(0, from) + a.charAt(from + 1) + a.charAt(from) + a.slice(from + 2) === b;
  return isSwap ? 1 : leven(a, b);
}

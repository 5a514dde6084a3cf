import leven from 'leven';

/** The known word nearest to a written one, if it is near enough to be what was meant. */
export function didYouMean(written: string, known: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase().replaceAll(/[ -]/g, '_');
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const word of known) {
    const distance = leven(wanted, word.toLowerCase().replaceAll('-', '_'));
    if (distance < bestDistance) [best, bestDistance] = [word, distance];
  }
  return best;
}

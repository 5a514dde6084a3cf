/** Attempts as findings name them, from their positions: "attempt 1", "attempts 1 and 3", "attempts 1, 2 and 4". */
export function numbered(attempts: readonly number[]): string {
  const numbers = attempts.map((index) => index + 1);
  const last = numbers.at(-1);
  return numbers.length < 2
    ? `attempt ${last}`
    : `attempts ${numbers.slice(0, -1).join(', ')} and ${last}`;
}

export function isOrAre({ length }: readonly number[]): string {
  return length === 1 ? 'is' : 'are';
}

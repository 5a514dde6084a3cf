/* Which drills are left, and which one of them the wheel gives. */

/** What the list says of a drill. */
export interface ListedDrill {
  incident: string;
  product: string;
  level: string;
  questions: number;
  /** Whether its end was ever reached. */
  isDone: boolean;
}

export interface Narrowing {
  /** Empty where any will do. */
  product: string;
  level: string;
  length: Length | '';
  isNotDone: boolean;
}

export type Length = 'short' | 'medium' | 'long';

/** How long a drill is, by its questions: a coffee, a quarter of an hour, more. */
export function lengthOf({ questions }: Pick<ListedDrill, 'questions'>): Length {
  if (questions <= 4) return 'short';
  return questions <= 6 ? 'medium' : 'long';
}

export function isLeft(drill: ListedDrill, by: Narrowing): boolean {
  return (
    (by.product === '' || drill.product === by.product) &&
    (by.level === '' || drill.level === by.level) &&
    (by.length === '' || lengthOf(drill) === by.length) &&
    !(by.isNotDone && drill.isDone)
  );
}

/** One by chance, and not the same twice in a row where there are others. `random` is from 0 up to 1. */
export function spun<Item>(
  items: readonly Item[],
  random: () => number,
  last?: Item,
): Item | undefined {
  const others = items.filter((one) => one !== last);
  const from = others.length > 0 ? others : items;
  return from[Math.floor(random() * from.length)];
}

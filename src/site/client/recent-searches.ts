/** What was asked before, last first. It is kept on this device, or nowhere if the browser refuses. */
export class RecentSearches {
  readonly #key: string;
  readonly #store: Store | undefined;
  /** What counts where nothing can be kept. */
  #remembered: string[] = [];

  /** Sites of one host that lie at different addresses keep their own. */
  constructor(siteHref: string, store: Store | undefined = deviceStore()) {
    this.#key = `fixlore-recent ${siteHref}`;
    this.#store = store;
  }

  list(): string[] {
    try {
      if (!this.#store) return this.#remembered;
      const kept: unknown = JSON.parse(this.#store.getItem(this.#key) ?? '[]');
      if (!Array.isArray(kept)) return [];
      return kept.filter((one) => typeof one === 'string').slice(0, most);
    } catch {
      return this.#remembered;
    }
  }

  add(words: string): void {
    const asked = words.trim().slice(0, longest);
    if (asked === '') return;
    const isOther = (one: string) => one.toLowerCase() !== asked.toLowerCase();
    this.#keep([asked, ...this.list().filter(isOther)].slice(0, most));
  }

  clear(): void {
    this.#remembered = [];
    try {
      this.#store?.removeItem(this.#key);
    } catch {
      // what cannot be reached holds nothing of ours
    }
  }

  #keep(list: string[]): void {
    this.#remembered = list;
    try {
      this.#store?.setItem(this.#key, JSON.stringify(list));
    } catch {
      // full or refused: it lasts as long as the page
    }
  }
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const most = 8;
const longest = 200;

/** Undefined where the browser refuses, which it does by throwing. */
function deviceStore(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** What was typed into a form: the text of each question, and the checks that are ticked. */
export interface Typed {
  answers: Record<string, string>;
  checks: string[];
}

/** Keeps what is typed on this device; where the browser refuses, it lasts as long as the page. */
export class KeptAnswers {
  readonly #key: string;
  readonly #store: Store | undefined;

  constructor(siteHref: string, product: string, store: Store | undefined = deviceStore()) {
    this.#key = `fixlore-intake ${siteHref} ${product}`;
    this.#store = store;
  }

  read(): Typed {
    try {
      return typedIn(JSON.parse(this.#store?.getItem(this.#key) ?? '{}'));
    } catch {
      return { answers: {}, checks: [] };
    }
  }

  /** Whether it is kept. */
  keep(typed: Typed): boolean {
    try {
      this.#store?.setItem(this.#key, JSON.stringify(typed));
      return this.#store !== undefined;
    } catch {
      return false;
    }
  }

  forget(): void {
    try {
      this.#store?.removeItem(this.#key);
    } catch {
      // what cannot be reached holds nothing of ours
    }
  }
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Another version of the page, or somebody by hand, may have written it. */
function typedIn(kept: unknown): Typed {
  const { answers, checks } = Object(kept) as Partial<Record<keyof Typed, unknown>>;
  const texts = Object.entries(Object(answers) as Record<string, unknown>);
  return {
    answers: Object.fromEntries(
      texts.filter((one): one is [string, string] => typeof one[1] === 'string'),
    ),
    checks: Array.isArray(checks) ? checks.filter((one) => typeof one === 'string') : [],
  };
}

/** Undefined where the browser refuses, which it does by throwing. */
function deviceStore(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

import { isNothing, nothing, type Progress } from './progress.ts';
import { progressIn, stored } from './stored-progress.ts';

/** Keeps progress on this device, a drill at a time; where the browser refuses, it lasts as long as the page. */
export class KeptProgress {
  readonly #prefix: string;
  readonly #store: Store | undefined;
  /** What counts where nothing can be kept. */
  readonly #remembered = new Map<string, Progress>();
  #isKept = true;

  /** Sites of one host that lie at different addresses keep their own. */
  constructor(siteHref: string, store: Store | undefined = deviceStore()) {
    this.#prefix = `fixlore-training ${siteHref} `;
    this.#store = store;
    this.#isKept = store !== undefined;
  }

  /** Whether the last thing that was to be kept is kept. */
  isKept(): boolean {
    return this.#isKept;
  }

  read(incident: string): Progress {
    const remembered = this.#remembered.get(incident);
    if (remembered) return remembered;
    try {
      const kept = this.#store?.getItem(this.#prefix + incident);
      return kept ? progressIn(JSON.parse(kept)).progress : nothing;
    } catch {
      return nothing;
    }
  }

  /** Changes what is there at that moment, since another page may have written it. */
  change(incident: string, change: (progress: Progress) => Progress): Progress {
    const changed = change(this.read(incident));
    this.#keep(incident, changed);
    return changed;
  }

  /** The progress of all drills that were begun, whether or not they still exist. */
  all(): Map<string, Progress> {
    const incidents = new Set([...this.#keys(), ...this.#remembered.keys()]);
    const read = [...incidents].sort().map((one) => [one, this.read(one)] as const);
    return new Map(read.filter(([, progress]) => !isNothing(progress)));
  }

  forgetAll(): void {
    this.#remembered.clear();
    for (const incident of this.#keys()) {
      try {
        this.#store?.removeItem(this.#prefix + incident);
      } catch {
        this.#isKept = false;
      }
    }
  }

  #keep(incident: string, progress: Progress): void {
    try {
      this.#store?.setItem(this.#prefix + incident, JSON.stringify(stored(progress)));
      this.#isKept = this.#store !== undefined;
    } catch {
      this.#isKept = false; // full or refused
    }
    if (this.#isKept) this.#remembered.delete(incident);
    else this.#remembered.set(incident, progress);
  }

  #keys(): string[] {
    try {
      const { length = 0 } = this.#store ?? {};
      const keys = Array.from({ length }, (_, at) => this.#store?.key(at) ?? '');
      return keys
        .filter((key) => key.startsWith(this.#prefix))
        .map((key) => key.slice(this.#prefix.length));
    } catch {
      return [];
    }
  }
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Undefined where the browser refuses, which it does by throwing. */
function deviceStore(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

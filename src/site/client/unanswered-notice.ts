import { unansweredSearch, unansweredText, type UnansweredSearch } from '#search/unanswered.ts';
import type { Answer } from '#search/query/searcher.ts';
import { copied } from './copied.ts';
import { isEndpointOf, issueAddress, mailAddress } from './feedback-ways.ts';
import type { Question } from './question.ts';

/**
 * What is said when nothing answers: the way on for readers of the chosen product, and how to tell those who
 * write the answers. Nothing is passed on before somebody chooses to, and never more than what is shown.
 */
export class UnansweredNotice {
  readonly #root: HTMLElement;
  readonly #tell: HTMLDetailsElement;
  #asked: UnansweredSearch | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#tell = root.querySelector<HTMLDetailsElement>('[data-tell]')!;
    this.#part('copy').addEventListener('click', () => void this.#copy());
    this.#part('send').addEventListener('click', () => void this.#send());
  }

  show(question: Question, { isAnswered, count, terms }: Answer): void {
    this.#root.hidden = isAnswered || terms.length === 0;
    if (this.#root.hidden) return;
    const products = question.chosen['product'] ?? [];
    const hidden = { doubt: count === 0, nearest: count === 0, nothing: count > 0 };
    for (const [name, isHidden] of Object.entries(hidden)) {
      this.#root.querySelector<HTMLElement>(`[data-${name}]`)!.hidden = isHidden;
    }
    this.#showWays(products);
    const asked = { query: question.words, product: products.join(', '), count, date: today() };
    this.#offer(unansweredSearch(asked));
  }

  /** Those of the chosen products, and those for everybody. Without a choice, all. */
  #showWays(products: readonly string[]): void {
    for (const way of this.#root.querySelectorAll<HTMLElement>('.ways > li')) {
      const { product } = way.dataset;
      way.hidden = product !== undefined && products.length > 0 && !products.includes(product);
    }
  }

  #offer(asked: UnansweredSearch): void {
    const { email, url } = this.#tell.dataset;
    const isOwn = url !== undefined && isEndpointOf(location.origin, url);
    this.#asked = asked;
    this.#part('text').textContent = unansweredText(asked);
    this.#part('status').textContent = '';
    this.#part('send').hidden = !isOwn;
    if (email) this.#lead('mail', mailAddress(email, asked));
    if (url && !isOwn) this.#lead('issue', issueAddress(url, asked));
  }

  #lead(name: 'mail' | 'issue', href: string): void {
    const link = this.#tell.querySelector<HTMLAnchorElement>(`[data-tell-${name}]`)!;
    link.href = href;
    link.hidden = false;
  }

  async #copy(): Promise<void> {
    const text = this.#part('text');
    const isCopied = await copied(text.textContent ?? '');
    if (!isCopied) getSelection()?.selectAllChildren(text);
    this.#part('status').textContent = isCopied ? 'Copied' : 'Selected: copy it with the keyboard';
  }

  async #send(): Promise<void> {
    this.#part('status').textContent = 'Sending…';
    const isSent = await sent(this.#tell.dataset['url'] ?? '', this.#asked);
    this.#part('send').hidden = isSent;
    this.#part('status').textContent = isSent ? 'Sent. Thank you' : 'It could not be sent: copy it';
  }

  #part(name: string): HTMLElement {
    return this.#tell.querySelector<HTMLElement>(`[data-tell-${name}]`)!;
  }
}

async function sent(url: string, asked: UnansweredSearch | undefined): Promise<boolean> {
  try {
    const { ok } = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      body: JSON.stringify(asked),
    });
    return ok;
  } catch {
    return false;
  }
}

/** The day where the reader is. */
function today(): string {
  const now = new Date();
  const padded = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}`;
}

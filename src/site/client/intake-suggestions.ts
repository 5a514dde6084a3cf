import type { Hit } from '#search/query/hit.ts';
import { element } from './elements.ts';
import { isWordOpen } from './question.ts';
import { ownHref } from './result-item.ts';
import { SearchEngine } from './search-engine.ts';

const pause = 500;
const shown = 3;
/** Fewer characters describe nothing. */
const fewest = 8;

/** Articles that may answer a problem, while it is being described. */
export function suggestWhileTyping(question: HTMLElement, siteHref: string): void {
  const field = question.querySelector('textarea, input') as HTMLTextAreaElement | null;
  const place = question.querySelector<HTMLElement>('[data-suggested]');
  const text = place?.querySelector('[data-suggested-text]');
  const list = place?.querySelector('[data-suggested-list]');
  if (!field || !place || !text || !list) return;
  const engine = new SearchEngine(siteHref);
  let turn = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;
  const update = async () => {
    const mine = (turn += 1);
    const words = field.value.trim();
    const items = words.length < fewest ? [] : await suggestions(engine, words);
    if (mine !== turn) return;
    place.hidden = items.length === 0;
    list.replaceChildren(...items);
    text.textContent = items.length === 0 ? '' : 'This may already answer it:';
  };
  field.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => void update(), pause);
  });
  if (field.value !== '') void update();
}

/** Without an index the form is still a form: nothing is suggested. */
async function suggestions(engine: SearchEngine, words: string): Promise<HTMLElement[]> {
  try {
    const searcher = await engine.load();
    const answer = await searcher.ask(words, { isTyping: isWordOpen(words) });
    if (!answer.isAnswered) return [];
    const hits = await answer.hits(0, shown);
    return hits.map(({ url, title, excerpt }) =>
      element(
        'li',
        {},
        element('a', { href: ownHref(url) }, plain(title)),
        element('span', { class: 'quiet', dir: 'auto' }, plain(excerpt)),
      ),
    );
  } catch {
    engine.forget();
    return [];
  }
}

/** The words that were asked stand right above: marking them again says nothing. */
function plain(pieces: Hit['title']): string {
  return pieces.map(({ text }) => text).join('');
}

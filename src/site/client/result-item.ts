import { element } from './elements.ts';
import { excerptNodes } from './excerpt.ts';
import type { ResultData } from './pagefind-api.ts';

const mostParts = 3;

/** One result: title, what it is, the words around what was found, and sections that hold them. */
export function resultItem({ url, excerpt, meta, sub_results }: ResultData): HTMLElement {
  const parts = sub_results.filter(({ anchor }) => anchor).slice(0, mostParts);
  const item = element(
    'li',
    {},
    element('a', { class: 'title', href: safeHref(url) }, meta['title'] ?? url),
  );
  if (meta['kind']) item.append(element('p', { class: 'kind' }, meta['kind']));
  item.append(element('p', {}, ...excerptNodes(excerpt)));
  if (parts.length > 0) {
    const links = parts.map((part) =>
      element('li', {}, element('a', { href: safeHref(part.url) }, part.title)),
    );
    item.append(element('ul', { class: 'parts' }, ...links));
  }
  return item;
}

/** The index is our own, but an address is followed only if it stays on this site. */
function safeHref(url: string): string {
  const address = new URL(url, location.href);
  return address.origin === location.origin ? address.pathname + address.hash : '#';
}

import type { Hit } from '#search/query/hit.ts';
import { element } from './elements.ts';
import { markedText } from './marked-text.ts';

/** One result: title, what it is, the sentence nearest to what was asked, and sections that are about it. */
export function resultItem({ url, title, kind, excerpt, sections }: Hit): HTMLElement {
  const link = element('a', { class: 'title', href: ownHref(url) }, ...markedText(title));
  const item = element('li', {}, element('h2', { dir: 'auto' }, link));
  if (kind) item.append(element('p', { class: 'kind' }, kind));
  if (excerpt.some(({ text }) => text.trim() !== '')) {
    item.append(element('p', { dir: 'auto' }, ...markedText(excerpt)));
  }
  if (sections.length > 0) {
    const links = sections.map((section) =>
      element('li', {}, element('a', { href: ownHref(section.url) }, section.title)),
    );
    item.append(element('ul', { class: 'parts', 'aria-label': 'Sections' }, ...links));
  }
  return item;
}

/** The index is our own, but an address is followed only if it stays on this site. */
export function ownHref(url: string): string {
  const address = new URL(url, location.href);
  return address.origin === location.origin ? address.pathname + address.hash : '#';
}

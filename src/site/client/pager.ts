import type { PageLinks } from '#views/page.ts';
import { element } from './elements.ts';

/** The links to the other pages of a list, as the component of the same name prints them. */
export function pagerItems({ number, count, previousHref, nextHref, near }: PageLinks): Node[] {
  if (count === 1) return [];
  const pages = near.map((page) => {
    const current = page.number === number ? 'page' : undefined;
    const word = element('span', { class: 'unseen' }, 'Page ');
    const link = element('a', { href: page.href, 'aria-current': current }, word);
    link.append(String(page.number));
    return element('li', { class: page.isAfterGap ? 'after-gap' : undefined }, link);
  });
  return [
    element(
      'nav',
      { class: 'pager', 'aria-label': 'Pages' },
      ...(previousHref ? [element('a', { href: previousHref, rel: 'prev' }, 'Previous')] : []),
      element('ol', {}, ...pages),
      ...(nextHref ? [element('a', { href: nextHref, rel: 'next' }, 'Next')] : []),
    ),
  ];
}

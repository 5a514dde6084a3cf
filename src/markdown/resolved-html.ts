import type { BodyHtml } from './html.ts';

/**
 * The finished HTML of a body. `resolve` says where a link or an image leads; where it says nothing
 * the text stays and the link does not.
 */
export function resolvedHtml(
  { texts, addresses }: BodyHtml,
  resolve: (kind: 'link' | 'image', href: string) => string | undefined,
): string {
  let html = texts[0] ?? '';
  for (const [index, { kind, href }] of addresses.entries()) {
    const target = resolve(kind, href);
    const name = kind === 'link' ? 'href' : 'src';
    const lazy = kind === 'image' ? ' loading="lazy"' : '';
    if (target !== undefined) html += ` ${name}="${attribute(target)}"${lazy}`;
    html += texts[index + 1] ?? '';
  }
  return html;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The heading below which an article tells why, for those who want to learn it. */
const whyId = 'h-why-it-happens';

/**
 * The HTML of an article in which "Why it happens" is folded: who is stuck wants the steps. Only a section
 * of the article itself is, up to its next heading; one in a quotation stays as it stands.
 */
export function withWhyFolded(html: string): string {
  const headings = topHeadings(html);
  const at = headings.findIndex(({ id }) => id === whyId);
  const heading = headings[at];
  if (!heading) return html;
  const end = headings[at + 1]?.start ?? html.length;
  const inside = html.slice(heading.end, end).trim();
  if (inside === '') return html;
  const summary = `<summary>${html.slice(heading.start, heading.end)}</summary>`;
  const rest = html.slice(end);
  return `${html.slice(0, heading.start)}<details class="why">${summary}\n${inside}\n</details>${rest && '\n'}${rest}`;
}

interface TopHeading {
  id: string | undefined;
  start: number;
  end: number;
}

/** The headings of the second rank that stand in no other element. */
function topHeadings(html: string): TopHeading[] {
  const headings: TopHeading[] = [];
  let depth = 0;
  for (const { index, 0: whole, 1: slash, 2: name = '' } of html.matchAll(tag)) {
    if (voids.has(name)) continue;
    depth += slash ? -1 : 1;
    if (name !== 'h2') continue;
    const last = headings.at(-1);
    if (!slash && depth === 1) {
      headings.push({ id: /\sid="([^"]*)"/.exec(whole)?.[1], start: index, end: index });
    } else if (slash && depth === 0 && last) last.end = index + whole.length;
  }
  return headings;
}

const tag = /<(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^'">])*>/g;
const voids = new Set(['br', 'hr', 'img', 'input']);

import type { PublicArticle } from '#model/public-site.ts';

/** The text of finished HTML, as a reader sees it, in one line. */
export function plainText(html: string): string {
  return html
    .replaceAll(tag, ' ')
    .replaceAll(reference, (_, decimal: string, hex: string, name: string) =>
      name
        ? (named[name] ?? ' ')
        : String.fromCodePoint(decimal ? Number(decimal) : Number(`0x${hex}`)),
    )
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,;:!?)])/g, '')
    .trim();
}

/**
 * What an article is about, in at most `most` characters: its first paragraph that is more than a label
 * such as "Note", cut between two words.
 */
export function summaryOf(html: string, most = 200): string | undefined {
  for (const [, inner = ''] of html.matchAll(/<p>(.*?)<\/p>/gs)) {
    const text = plainText(inner);
    if (text === '' || isLabel.test(text)) continue;
    return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`;
  }
  return undefined;
}

/** An article in a sentence: its introduction, else how customers say it; what stands behind the steps is neither. */
export function aboutOf({ html, symptoms }: Pick<PublicArticle, 'html' | 'symptoms'>) {
  const [introduction = ''] = html.split('<ol');
  return summaryOf(introduction) ?? symptoms[0] ?? summaryOf(html);
}

/** One or two words that end no sentence, in letters that have words. */
const isLabel = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+(?: \p{L}+)?:?$/u;

const tag = /<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const reference = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

import type { Feed, FeedEntry } from '#views/feed.ts';

/** A feed in the Atom format, RFC 4287. The same feed gives the same bytes. */
export function atomXml(feed: Feed): string {
  const { id, title, author, language, href, selfHref, updated, entries } = feed;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(language)}">`,
    `  <id>${xmlText(id)}</id>`,
    `  <title>${xmlText(title)}</title>`,
    `  <updated>${time(updated)}</updated>`,
    `  <author><name>${xmlText(author)}</name></author>`,
    `  <link rel="alternate" type="text/html" href="${xmlText(href)}"/>`,
    ...(selfHref
      ? [`  <link rel="self" type="application/atom+xml" href="${xmlText(selfHref)}"/>`]
      : []),
    '  <generator>fixlore</generator>',
    ...entries.map(entryXml),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entryXml({ id, title, href, updated, summary, category }: FeedEntry): string {
  return [
    '  <entry>',
    `    <id>${xmlText(id)}</id>`,
    `    <title>${xmlText(title)}</title>`,
    `    <updated>${time(updated)}</updated>`,
    `    <link rel="alternate" type="text/html" href="${xmlText(href)}"/>`,
    `    <category term="${xmlText(category.term)}" label="${xmlText(category.label)}"/>`,
    `    <summary>${xmlText(summary)}</summary>`,
    '  </entry>',
  ].join('\n');
}

function time(at: number): string {
  return new Date(at).toISOString();
}

/**
 * Text as it stands in XML, in an attribute or between tags. Characters that XML 1.0 knows no way to write
 * become U+FFFD: control characters, halves of surrogate pairs, the two that are none.
 */
export function xmlText(text: string): string {
  return text.replaceAll(forbidden, '\uFFFD').replaceAll(/[&<>"\r]/g, (sign) => references[sign]!);
}

// oxlint-disable-next-line no-control-regex -- these are what is looked for
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { atomXml } from '#export/atom.ts';
import type { Feed, FeedEntry } from '#views/feed.ts';

/* Read back by a parser that did not write it. */

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  htmlEntities: true, // numbered ones, too
  isArray: (name) => name === 'entry' || name === 'link',
});

const entry: FeedEntry = {
  id: 'urn:x:1',
  title: 'Opened: A page',
  href: 'https://kb.example/incidents/a/',
  updated: Date.UTC(2026, 2, 14, 8, 10),
  summary: '“Nothing happens”\nPop-up blocked',
  category: { term: 'portal', label: 'Claims portal' },
};

const feed: Feed = {
  id: 'urn:x',
  title: 'Acme: incidents',
  author: 'Acme',
  language: 'de-AT',
  href: 'https://kb.example/incidents/',
  selfHref: 'https://kb.example/feed.xml',
  updated: Date.UTC(2026, 2, 14, 8, 10),
  entries: [entry],
};

function parsed(given: Feed) {
  const xml = atomXml(given);
  expect(XMLValidator.validate(xml)).toBe(true);
  return (parser.parse(xml) as { feed: Record<string, unknown> & { entry?: Entry[] } }).feed;
}

interface Entry {
  title: string;
  summary: string;
  category: { label: string };
}

it('says all that the feed says', () => {
  expect(parsed(feed)).toMatchObject({
    xmlns: 'http://www.w3.org/2005/Atom',
    'xml:lang': 'de-AT',
    id: 'urn:x',
    title: 'Acme: incidents',
    updated: '2026-03-14T08:10:00.000Z',
    author: { name: 'Acme' },
    link: [
      { rel: 'alternate', type: 'text/html', href: 'https://kb.example/incidents/' },
      { rel: 'self', type: 'application/atom+xml', href: 'https://kb.example/feed.xml' },
    ],
    entry: [
      {
        id: 'urn:x:1',
        title: 'Opened: A page',
        updated: '2026-03-14T08:10:00.000Z',
        link: [{ rel: 'alternate', type: 'text/html', href: 'https://kb.example/incidents/a/' }],
        category: { term: 'portal', label: 'Claims portal' },
        summary: '“Nothing happens”\nPop-up blocked',
      },
    ],
  });
});

it('leaves out its own address where that is not known, and entries where there are none', () => {
  const { link, entry: entries } = parsed({ ...feed, selfHref: undefined, entries: [] });
  expect(link).toHaveLength(1);
  expect(entries).toBeUndefined();
});

describe('whatever a record says', () => {
  it.each([
    '<script>attacked = 1</script></title></entry></feed>',
    ']]> <![CDATA[ x ]]> <!-- --> <?php ?>',
    '"quoted" \'too\' & &amp; &#0; &lt;b&gt; &nope;',
    'Emoji 👩‍👩‍👧 \u{1F9D1}\u{1F3FD} astral \u{10FFFD}',
    'شاشة بيضاء \u202Eright to left\u202C',
  ])('%s is read as the same characters', (text) => {
    const read = parsed({
      ...feed,
      title: text,
      entries: [{ ...entry, title: text, summary: text, category: { term: text, label: text } }],
    });
    expect(read).toMatchObject({
      title: text,
      entry: [{ title: text, summary: text, category: { label: text } }],
    });
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['an escape of a terminal', 'a\u001Bb'],
    ['a vertical tab', 'a\u000Bb'],
    ['half a surrogate pair', 'a\uD83Db'],
    ['the other half', 'a\uDC00b'],
    ['what is no character', 'a\uFFFEb'],
  ])('%s, which XML cannot hold, becomes U+FFFD', (_, text) => {
    const read = parsed({ ...feed, entries: [{ ...entry, title: text, summary: text }] });
    expect(read.entry).toMatchObject([{ title: 'a\uFFFDb', summary: 'a\uFFFDb' }]);
  });

  it('line ends of all kinds stay as they are', () => {
    const [read] = parsed({ ...feed, entries: [{ ...entry, summary: 'a\tb\nc\r\nd\re' }] }).entry!;
    expect(read?.summary).toBe('a\tb\nc\r\nd\re');
  });
});

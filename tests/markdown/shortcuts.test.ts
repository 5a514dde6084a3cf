import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, it } from 'vitest';
import { addressOf } from '#markdown/address.ts';
import { outlineOf } from '#markdown/outline.ts';
import { markdownTree, needsTree, simpleHrefs } from '#markdown/tree.ts';

/* What is left out to save time must be what the whole parser would not have found. */

const whole = remark().use(remarkGfm).freeze();

const pieces = [
  ...['a', 'b c', ' ', '\n', '\n\n', '\n    ', '\n- ', '\n> ', '\n1. ', '\n# ', '\n===\n', '\t'],
  ...['[', ']', '](', '](a.md)', '[a](b.md)', '[a](b_c.md#d)', '[a][b]', '[b]: c.md', '(', ')'],
  ...['<', '<b>', '<!--', '<a@b.cc>', '<http://x.y>', '!', '![a](b.png)', '*', '**', '_', '\\'],
  ...['`', '``', '```\n', '~~~\n', '~', '~~', '|', '\n| a |\n| - |\n', '\na\n:-\n', '\n-:\n', '"'],
  ...['&amp;', '&#64;', '&commat;', '&period;', '@', 'a@b.cc', 'www.', 'www.a.cc', 'WWW.b', ','],
  ...['http://a.cc', 'https://', 'HTTP:', 'xmpp:a@b.c', 'mailto:', '[^1]', '[^1]: x', '>'],
  ...['- [x] t', '\u00a0', 'é', ':99999', '1.2.3', '$a', '{a}', '-', '.'],
];
const body = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));

it('parses a text without GitHub’s additions as it would with them', () => {
  fc.assert(
    fc.property(body, (text) => {
      const result = markdownTree(text);
      if ('tree' in result) expect(result.tree).toEqual(whole.parse(text));
    }),
    { numRuns: 2000 },
  );
});

it('knows where every link of a text leads that needs no tree', () => {
  fc.assert(
    fc.property(body, (text) => {
      if (needsTree(text)) return;
      const { html, links } = outlineOf(whole.parse(text), 1);
      const known = new Set(simpleHrefs(text));
      const others = links.filter(({ href }) => !['web', 'mail'].includes(addressOf(href).kind));
      expect(html).toEqual([]);
      expect(others.filter(({ kind, href }) => kind === 'image' || !known.has(href))).toEqual([]);
    }),
    { numRuns: 4000 },
  );
});

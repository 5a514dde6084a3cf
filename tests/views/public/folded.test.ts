import { expect, it } from 'vitest';
import { withWhyFolded } from '#views/public/folded.ts';

const why = '<h2 id="h-why-it-happens">Why <em>it</em> happens</h2>';
const folded = `<details class="why"><summary>${why}</summary>`;

it.each([
  ['the last section', `<p>A</p>\n${why}\n<p>B</p>`, `<p>A</p>\n${folded}\n<p>B</p>\n</details>`],
  [
    'a section in between, up to the next heading of its rank',
    `${why}\n<h3>C</h3>\n<p>B<br><img src="/a.png" alt="a > b"></p>\n<h2 id="h-x">X</h2>`,
    `${folded}\n<h3>C</h3>\n<p>B<br><img src="/a.png" alt="a > b"></p>\n</details>\n<h2 id="h-x">X</h2>`,
  ],
])('%s is folded', (_, html, wanted) => expect(withWhyFolded(html)).toBe(wanted));

it.each([
  ['other headings', '<h2 id="h-steps">Steps</h2>\n<p>A</p>'],
  ['one in a quotation', `<blockquote>\n${why}\n<p>B</p>\n</blockquote>\n<p>C</p>`],
  ['one that says nothing', `<p>A</p>\n${why}\n`],
  ['no HTML at all', ''],
])('%s: nothing is folded', (_, html) => expect(withWhyFolded(html)).toBe(html));

import { expect, it } from 'vitest';
import { htmlAsMarkdown } from '#importers/html-as-markdown.ts';
import { withoutComments } from '#importers/html-comments.ts';
import { linedText } from '#importers/lined-text.ts';

it.each([
  ['<u>Steps</u>: one', '**Steps**: one'],
  ['a<u> b </u>c', 'a **b** c'],
  ['<u>**Do!**</u>', '**Do!**'],
  ['x<b>1.</b>y', 'x1.y'],
  ['<i>a</i> <s>b</s> <kbd>Ctrl `</kbd>', '*a* ~~b~~ `` Ctrl ` ``'],
  ['see <a href="https://a.example/?b=(1)">here</a>', 'see [here](<https://a.example/?b=(1)>)'],
  ['<a name="top"></a>Text', 'Text'],
  ['one<br>two', 'one\\\ntwo'],
  ['>one<br>two', '>one\\\n>two'],
  ['last<br>\n\nnext', 'last\n\nnext'],
  ['| a |\n| - |\n| b<br>c |', '| a |\n| - |\n| b c |'],
  ['<img src="a.png" alt="A">', '![A](a.png)'],
  ['text <img src="a b.png" alt="A">', 'text ![A](<a b.png>)'],
  ['<p>One &amp; two</p>\n<p>three</p>', 'One & two\n\nthree'],
  ['<pre><code class="language-sql">\nSELECT <id>;\n</code></pre>', '```sql\nSELECT <id>;\n```'],
  [
    '1. x\n    <pre>\n    a\n      b\n    </pre>\n1. y',
    '1. x\n\n   ```\n   a\n     b\n   ```\n\n1. y',
  ],
  ['<ul><li>a</li><li>b <b>c</b></li></ul>', '* a\n* b **c**'],
  [
    '<table><tr><th>A</th></tr>\n\n<tr><td><ul><li>x</li><li>y</li></ul></td></tr></table>',
    '| A |\n| - |\n| • x • y |',
  ],
  ['<details><summary>More</summary>\n\nText\n\n</details>', '**More**\n\nText\n\n'],
  ['run `<u>a</u>` for <project-id>', 'run `<u>a</u>` for <project-id>'],
  ['```\n<u>a</u>\n```', '```\n<u>a</u>\n```'],
])('%j', (html, markdown) => {
  expect(htmlAsMarkdown(linedText(html, 1)).body.text).toBe(markdown);
});

it.each([
  ['text\n\n<iframe src="https://a.example"></iframe>', 3, '<iframe src="https://a.example">'],
  ['10<sup>6</sup>', 1, '<sup>'],
  ['a <b>b', 1, '<b>'],
  ['a</b> b', 1, '</b>'],
])('keeps %j as text and says so', (html, line, tag) => {
  const { body, kept } = htmlAsMarkdown(linedText(html, 1));
  expect([body.text, kept]).toEqual([html, [{ line, tag }]]);
});

it('takes comments out of texts and leaves those in code', () => {
  const text = 'a\n<!-- one\n\ntwo -->\nb <!-- three --> c\n`<!-- d -->`\n';
  expect(withoutComments(linedText(text, 10))).toEqual({
    body: { text: 'a\nb  c\n`<!-- d -->`\n', lines: [10, 14, 15, 16] },
    comments: ['one\n\ntwo', 'three'],
  });
});

import { expect, it } from 'vitest';
import { aboutOf, plainText, summaryOf } from '#views/public/plain-text.ts';

it.each([
  ['<p>A <em>b</em>, c.</p>', 'A b, c.'],
  ['<a title="x > y" href="/">A</a>\n&#x26; &#60;b> &quot;', 'A & <b> "'],
  ['1 < 2 and a<b', '1 < 2 and a<b'],
])('%s', (html, text) => expect(plainText(html)).toBe(text));

it('the summary is the first paragraph, cut between two words', () => {
  expect(summaryOf('<h2>H</h2>\n<p>One two three</p>\n<p>Four</p>')).toBe('One two three');
  expect(summaryOf('<p>One two three</p>', 9)).toBe('One two …');
  expect(summaryOf('<blockquote><p>Note</p><p>It is off.</p></blockquote>')).toBe('It is off.');
  expect(summaryOf('<p>Before you start:</p><p>It is off by default.</p>')).toBe(
    'Before you start:',
  );
  expect(summaryOf('<p>默认关闭</p>')).toBe('默认关闭');
  expect(summaryOf('<p></p>')).toBeUndefined();
  expect(summaryOf('<ul><li>A</li></ul>')).toBeUndefined();
});

it('an article is about its introduction, else its first symptom', () => {
  const steps = '<ol><li>A</li></ol><p>Because.</p>';
  expect(aboutOf({ html: `<p>It is off.</p>${steps}`, symptoms: ['dark'] })).toBe('It is off.');
  expect(aboutOf({ html: steps, symptoms: ['dark'] })).toBe('dark');
  expect(aboutOf({ html: steps, symptoms: [] })).toBe('Because.');
});

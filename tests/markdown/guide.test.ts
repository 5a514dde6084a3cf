import { describe, expect, it } from 'vitest';
import { guideOf } from '#markdown/guide.ts';
import { markdownTree } from '#markdown/tree.ts';
import { abbreviations, blame, sentences } from '#markdown/wording.ts';

function guide(body: string) {
  const result = markdownTree(body);
  if (!('tree' in result)) throw new Error('too deep');
  return guideOf(result.tree, { body, bodyLine: 11 });
}

const step = '1. Reload.\n   You should see: the form.\n';

describe('steps', () => {
  it.each<[what: string, body: string, results: boolean[]]>([
    ['with what one should see', step, [true]],
    ['without', '1. Reload.\n2. Wait.\n', [false, false]],
    ['with it in a paragraph of its own', '1. Run\n\n   `x`\n\n   You should see: y\n', [true]],
    ['with nothing behind it', '1. Reload.\n   You should see:\n', [false]],
    [
      'whose details are lists',
      '1. Choose\n   1. one\n   2. two\n\n   You should see: it\n',
      [true],
    ],
    [
      'below their heading only',
      `1. a cause\n\n## Steps\n\n${step}\n## Causes\n\n1. one\n`,
      [true],
    ],
    ['anywhere without that heading', `## First\n\n${step}\n## Then\n\n1. Wait.\n`, [true, false]],
    ['that are no numbers', '- Reload.\n', []],
  ])('%s', (_, body, results) => {
    expect(guide(body).steps.map(({ hasResult }) => hasResult)).toEqual(results);
  });

  it('stand where they stand in the file', () => {
    expect(guide(`\n## Steps\n\n${step}2. Wait.\n`).steps.map(({ range }) => range.line)).toEqual([
      14, 16,
    ]);
  });
});

it('places to fill are found where they stand, each of a line, and not in code', () => {
  const body = 'a TODO: b TODO: c\n\n1. one\n   see TODO: d `TODO: e`\n\n```\nTODO: f\n```\n';
  expect(guide(body).toFill.map(({ line, column }) => [line, column])).toEqual([
    [11, 3],
    [11, 11],
    [14, 8],
  ]);
});

it.each([
  ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
  ['Version 4.3 is e.g. fine', ['Version 4.3 is e.g. fine']],
  ['Reload.\nYou should see: the form.', ['Reload.', 'You should see: the form.']],
])('the sentences of %j', (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

it.each([
  ['Renew the DHCP lease', ['DHCP']],
  ['DHCP (it gives addresses) and a DHCP lease', []],
  ['a one-time password (OTP), then the OTP', []],
  ['PDF, USB and two PDFs', []],
  ['NO_PUBKEY, ABC-17 and https://x.example/DNS', []],
  ['two VPNs', ['VPN']],
])('abbreviations that need a word: %j', (text, expected) => {
  const range = { line: 1, column: 1, end_line: 1, end_column: 1 };
  expect(abbreviations([{ text, range }]).map(({ name }) => name)).toEqual(expected);
});

it('headings count if something stands below them', () => {
  const body = '## Steps\n\n1. Go.\n\n## Check\n\n## Part\n\n### Detail\n\nText\n\n## Help\n';
  expect(guide(body).headings).toEqual(['Steps', 'Part', 'Detail']);
});

describe('blame', () => {
  it.each([
    'Your IT forgot it',
    'they failed to read it',
    'It was user error',
    'a careless change',
    'the customer simply forgot to renew it',
    'enabled it by hand and forgot to disable it',
    'You should have read the manual',
    'somebody mistakenly deleted it',
  ])('is in %j', (text) => expect(text.match(blame)).toHaveLength(1));

  it.each([
    'If you forgot your password',
    'If you forgot the answer to your question',
    'users who forgot their PIN',
    'The update failed',
    'If it failed to start, try again',
    'The job ran and failed to write the file',
    'files, because they failed to upload',
    'you should have read access to the folder',
    'Restore files that you mistakenly deleted',
    'It was our fault',
    'to be careful',
  ])('is not in %j', (text) => expect(text.match(blame)).toBeNull());
});

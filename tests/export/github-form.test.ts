import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { githubForm } from '#export/github-form.ts';
import { githubFormSchema } from '#export/github-form-schema.ts';
import type { PublicIntake } from '#model/public-site.ts';
import { publicSite } from '../public-site.ts';

type Question = PublicIntake['ask'][number];

const question = (more: Partial<Question> = {}): Question => ({
  id: 'seen',
  label: 'What do you see?',
  kind: 'text',
  part: 'what',
  isProblem: false,
  ...more,
});

function intakeOf(ask: Question[], more: Partial<PublicIntake> = {}): PublicIntake {
  const product = { id: 'portal', name: 'Claims portal' };
  return { product, title: 'Contact us', before: [], ask, next: [], html: '', ...more };
}

const site = publicSite([], { address: 'https://help.example/kb', base: '/kb/' });

/** The form as a reader of the older YAML sees it, which GitHub's is. */
function readBack(intake: PublicIntake, labels?: string[]) {
  const written = githubForm(site, intake, labels);
  if ('problems' in written) throw new Error(written.problems.join('\n'));
  return githubFormSchema.parse(parse(written.text, { version: '1.1' }));
}

it('is a form that a person can read', async () => {
  const intake = intakeOf(
    [
      question({ required: true, why: 'We search with *your* words.' }),
      question({ id: 'more', kind: 'long_text', label: 'What has changed lately?' }),
      question({ id: 'often', kind: 'choice', label: 'How often?', options: ['yes', 'no', '1.0'] }),
      question({ id: 'since', kind: 'date', label: 'Since when?' }),
      question({ id: 'way', kind: 'command', label: 'The way to us', command: 'traceroute `us`' }),
      question({ id: 'picture', kind: 'file', label: 'A picture' }),
    ],
    {
      before: [
        { check: 'Does the menu open?', why: 'If not, scripts are off.', href: '/kb/articles/a/' },
        { check: 'Is it larger than 20 MB?' },
      ],
      next: [{ what: 'We answer', within: 'within a day' }],
      html: '<p>Please <em>read</em> <a href="/kb/articles/a/">this</a>.</p>',
    },
  );
  const written = githubForm(site, intake, ['support']);
  await expect('text' in written && written.text).toMatchFileSnapshot(
    '../golden/export/github-form.yml',
  );
});

describe('the heading of an answer', () => {
  const hostile = [
    'yes',
    '2026-03-14',
    '1.0',
    'a: b # c',
    '"quoted" \'both\'',
    '---',
    '- item',
    '${{ github.actor }}',
    '<script>alert(1)</script>',
    '!!js/function x',
    '&anchor *alias',
    '\u2028line',
    '10:30',
    '~',
    '|',
    'ünïcode 😀',
  ];
  it.each(hostile)('is the label of its question: %j', (label) => {
    const form = readBack(intakeOf([question({ label }), question({ id: 'other' })]));
    expect(form.body[0]).toMatchObject({ attributes: { label: label.trim() } });
  });

  it('whatever is asked, in one line', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => /[a-z]/i.test(one));
    fc.assert(
      fc.property(
        text,
        text,
        fc.array(text, { minLength: 1, maxLength: 30 }),
        (a, why, options) => {
          const ask = [question({ label: a, why, kind: 'choice', options })];
          const written = githubForm(site, intakeOf(ask));
          if ('problems' in written) return /secret|"None"|options/.test(written.problems.join());
          const [element] = githubFormSchema.parse(parse(written.text, { version: '1.1' })).body;
          return element?.type === 'dropdown' && !/[\r\n]/.test(element.attributes.label);
        },
      ),
    );
  });
});

describe('a choice', () => {
  it('keeps hundreds of options, each once', () => {
    const options = Array.from({ length: 400 }, (_, index) => `Version ${index % 300}`);
    const { body } = readBack(intakeOf([question({ kind: 'choice', options })]));
    expect(body[0]).toMatchObject({ attributes: { options: options.slice(0, 300) } });
  });

  it('leaves "None" to GitHub, which offers it where no answer is required', () => {
    const ask = [question({ kind: 'choice', options: ['None', 'One'], required: true })];
    expect(readBack(intakeOf(ask)).body).toEqual([
      {
        type: 'dropdown',
        id: 'seen',
        attributes: { label: 'What do you see?', options: ['One'] },
      },
    ]);
  });
});

it('tells what GitHub would drop without a word', () => {
  const ask = [
    question({ id: 'pw', label: 'Your password' }),
    question({ id: 'which', kind: 'choice', label: 'Which?', options: ['none'] }),
    question({ id: 'pw', label: 'Twice' }),
  ];
  const written = githubForm(site, intakeOf(ask));
  expect('problems' in written && written.problems).toEqual([
    'question pw: its label asks for a secret, which GitHub refuses. Reword it in the intake.',
    'question which: its options must not be empty. Reword it in the intake.',
    'body: has two elements with the same id.',
    'body: has two labels that are too similar.',
  ]);
});

it('names no page where the address of the site is not known', () => {
  const intake = intakeOf([question()], {
    before: [{ check: 'Is it on?', href: '/articles/a/' }],
    html: '<p><a href="/articles/a/">Read</a></p>',
  });
  const written = githubForm(publicSite([]), intake);
  expect('text' in written && written.text).not.toContain('articles/');
});

describe('the rules of GitHub', () => {
  const valid = {
    name: 'A',
    description: 'B',
    body: [{ type: 'input', id: 'a', attributes: { label: 'A' } }],
  };
  const withBody = (...body: unknown[]) => ({ ...valid, body });
  const input = (more: object) => ({ type: 'input', attributes: { label: 'A' }, ...more });

  it('let a form pass', () => {
    expect(githubFormSchema.safeParse(valid).success).toBe(true);
  });

  it.each([
    ['no name', { ...valid, name: undefined }],
    ['an empty description', { ...valid, description: ' ' }],
    ['a key that is not known', { ...valid, hello: 'x' }],
    ['no body', withBody()],
    ['nothing but Markdown', withBody({ type: 'markdown', attributes: { value: 'x' } })],
    ['the same id twice', withBody(input({ id: 'a' }), input({ id: 'a' }))],
    ['similar labels', withBody(input({}), input({ attributes: { label: 'A??' } }))],
    ['a label like an id', withBody(input({ id: 'a' }), input({}))],
    ['an id with a space', withBody(input({ id: 'a b' }))],
    ['a boolean label', withBody(input({ attributes: { label: true } }))],
    ['an unknown type', withBody(input({ type: 'radio' }))],
    ['an attribute of another type', withBody(input({ attributes: { label: 'A', render: 'sh' } }))],
    ['a dropdown without options', withBody(dropdown([]))],
    ['options twice', withBody(dropdown(['x', 'x']))],
    ['None', withBody(dropdown(['x', 'none']))],
    ['a boolean option', withBody(dropdown([true]))],
    ['a secret', withBody(input({ attributes: { label: 'Your Password' } }))],
  ])('refuse %s', (_, form) => {
    expect(githubFormSchema.safeParse(form).success).toBe(false);
  });

  function dropdown(options: unknown[]) {
    return { type: 'dropdown', id: 'd', attributes: { label: 'D', options } };
  }
});

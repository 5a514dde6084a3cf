import { describe, expect, it } from 'vitest';
import { isEndpointOf, issueAddress, mailAddress } from '#site/client/feedback-ways.ts';

const asked = { query: 'print & “fold”?', product: 'Claims portal', count: 3, date: '2026-11-21' };
const body = 'query: print & “fold”?\nproduct: Claims portal\ncount: 3\ndate: 2026-11-21\n';

describe('what is passed on', () => {
  it('fills in a mail', () => {
    const [mailbox, query] = mailAddress('help@x.example', asked).split('?');
    expect(mailbox).toBe('mailto:help@x.example');
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      subject: 'No answer found: print & “fold”?',
      body: body.replaceAll('\n', '\r\n'),
    });
    expect(query).not.toContain('+'); // a mail program would show it
  });

  it.each([
    ['https://git.example/team/kb/issues/new?template=search.md', 'title', 'body'],
    ['https://git.example/team/kb/-/issues/new', 'issue[title]', 'issue[description]'],
  ])('fills in %s', (form, title, description) => {
    const { searchParams } = new URL(issueAddress(form, asked));
    expect(searchParams.get(title)).toBe('No answer found: print & “fold”?');
    expect(searchParams.get(description)).toBe(body);
    expect(searchParams.get('template')).toBe(new URL(form).searchParams.get('template'));
  });

  it('has a title of one line', () => {
    const { searchParams } = new URL(
      issueAddress('https://git.example/new', { ...asked, query: 'x'.repeat(300) }),
    );
    expect(searchParams.get('title')).toHaveLength(98);
  });
});

it.each([
  ['https://help.example/feedback', true],
  ['https://other.example/feedback', false],
  ['http://help.example/feedback', false],
  ['nonsense', false],
])('%s is an endpoint of the site: %s', (url, expected) => {
  expect(isEndpointOf('https://help.example', url)).toBe(expected);
});

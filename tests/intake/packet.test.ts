import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredBy, packetFromIssue } from '#intake/issue-answers.ts';
import { largestPacket } from '#intake/limits.ts';
import { packetText } from '#intake/packet-text.ts';
import { pieces, withoutSecrets } from '#intake/redaction.ts';
import { readPacket } from '#intake/read-packet.ts';
import { packetWith } from './packets.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => bytes(JSON.stringify(value));

describe('what comes in', () => {
  it('is a packet if it keeps to the schema', () => {
    const packet = packetWith();
    expect(readPacket(json(packet))).toEqual({ kind: 'packet', packet });
  });

  it('is an issue if it is text, or what the API of GitHub says', () => {
    const body = '### What do you see?\n\nwhite';
    expect(readPacket(bytes(body))).toEqual({ kind: 'issue', body });
    expect(readPacket(json({ title: 'x', body }))).toEqual({ kind: 'issue', body });
  });

  const unfit: [string, Uint8Array, RegExp][] = [
    ['empty', bytes(' \n'), /empty/],
    ['not text', new Uint8Array([0xff, 0xfe, 0x00]), /not UTF-8/],
    ['a megabyte', bytes('x'.repeat(2 ** 20)), /too large; a packet has at most 256 KB/],
    ['half a packet', bytes('{"format": "fixlore-packet", "ver'), /begins like JSON/],
    ['nested without end', bytes('['.repeat(largestPacket)), /begins like JSON/],
    ['a list', json([]), /the packet: /],
    ['another version', json({ ...packetWith(), version: 2 }), /version: /],
    ['a product with a way out', json(packetWith({ product: '../../etc' })), /product: /],
    ['a number for a text', json({ ...packetWith(), title: 4 }), /title: .*expected string/],
    ['a field of its own', json({ ...packetWith(), run: 'rm -rf /' }), /fields that no packet has/],
    [
      'an answer of a wrong type',
      json({ ...packetWith(), answers: [{ id: 'seen', question: 'x', text: { a: 1 } }] }),
      /answers\[1\]\.text: /,
    ],
  ];
  it.each(unfit)('is refused with what is wrong: %s', (_, content, words) => {
    const read = readPacket(content);
    expect(read.kind).toBe('unusable');
    const problems = read.kind === 'unusable' ? read.problems.join('\n') : '';
    expect(problems).toMatch(words);
    expect(problems).not.toMatch(/rm -rf|etc/);
  });
});

describe('Markdown of a packet', () => {
  const intake = {
    product: 'portal',
    title: 'Contact us about the portal',
    ask: [
      { id: 'seen', label: 'What do you see?', kind: 'long_text' as const },
      { id: 'more', label: 'What else?', kind: 'text' as const },
    ],
  };

  it('is read back as the packet that it was made from', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((one) => one.trim());
    fc.assert(
      fc.property(text, text, fc.boolean(), (seen, more, done) => {
        fc.pre(seen !== '' && more !== '' && !/[\r\u2028\u2029]/.test(seen + more));
        const packet = packetWith({
          answers: [
            { id: 'seen', question: 'What do you see?', text: seen },
            { id: 'more', question: 'What else?', text: more },
          ],
          checks: [{ check: 'Is it dim?', done }],
        });
        expect(packetFromIssue(packetText(packet), intake, packet.made)).toEqual(packet);
      }),
    );
  });

  it('is that of an issue form: what was left empty is no answer, other headings are text', () => {
    const body =
      '### What do you see?\r\n\r\nwhite\r\n\r\n### A heading of theirs\r\n\r\nmore\r\n\r\n### What else?\r\n\r\n_No response_';
    expect(packetFromIssue(body, intake, '2026-11-20T09:00:00Z')?.answers).toEqual([
      {
        id: 'seen',
        question: 'What do you see?',
        text: 'white\n\n### A heading of theirs\n\nmore',
      },
    ]);
    expect(answeredBy(body, intake)).toBe(1);
    expect(packetFromIssue('Nothing of it', intake, '')).toBeUndefined();
  });
});

describe('secrets', () => {
  it('are left out with a note; how to reach somebody is none', () => {
    const text = 'Call +44 1632 960 123 or dana@foobar.example, password: hunter2!x, thanks';
    expect(withoutSecrets(text)).toBe(
      'Call +44 1632 960 123 or dana@foobar.example, password: [left out: a password or key after its name], thanks',
    );
  });

  it('are pieces of the text, which loses nothing', () => {
    const word = fc.constantFrom(
      'password: hunter2!x',
      'a',
      ' ',
      '\n',
      '**',
      '&amp;',
      '%41',
      'AKIA2E0A8F3B244C9986',
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ');
        expect(
          pieces(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

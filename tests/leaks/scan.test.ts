import { describe, expect, it } from 'vitest';
import { configured } from '#leaks/configured.ts';
import { knownSecrets } from '#leaks/known-secrets.ts';
import { masked } from '#leaks/masked.ts';
import { plainText } from '#leaks/plain-text.ts';
import { factsOf } from '#leaks/record-facts.ts';
import { leaksBy, redacted, scan } from '#leaks/scan.ts';
import { sourceFacts } from '#leaks/source-facts.ts';
import { incidentOf } from '../incident-of.ts';

/** What is found, as "kind: text as it was written". */
const found = (text: string) =>
  scan(text).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);

describe('a text as a reader sees it', () => {
  it.each([
    ['an&#64;b, an&commat;b', 'an@b, an@b'],
    ['da\u200bna, ad\u00admin', 'dana, admin'],
    ['a%40b, a%2540b', 'a@b, a@b'],
    [String.raw`a\@b, a\_b`, 'a@b, a_b'],
    ['**a**@b, `a`', 'a@b, a'],
    ['da\u{e0041}na', 'dana'],
    ['a<!-- -->b <!-- shown -->', 'ab <!-- shown -->'],
    ['ｄana＠b', 'dana@b'],
    ['100 %, a & b, 5 * 3, %zz, &unknown;', '100 %, a & b, 5 * 3, %zz, &unknown;'],
  ])('%j reads %j', (written, read) => {
    expect(plainText(written).text).toBe(read);
  });

  it('knows where each part was written', () => {
    const written = 'see da\u200bna&#64;foobar.org now';
    const { text, written: place } = plainText(written);
    const from = text.indexOf('dana');
    expect(written.slice(...place(from, from + 'dana@foobar.org'.length))).toBe(
      'da\u200bna&#64;foobar.org',
    );
  });
});

describe('what is found', () => {
  it.each([
    'secret: hunter2 | The password is `hunter2`.',
    'secret: correct horse 9 | "password": "correct horse 9"',
    'secret: correcthorsebattery | password: correcthorsebattery',
    'secret: s3cret | mysql://root:s3cret@db1/x',
    'secret: 8f3a9c2b1d7e | Set-Cookie: session=8f3a9c2b1d7e; path=/',
    'email: dana@foobar.org | Ask dana@foobar.org.',
    'email: dana [at] foobar.org | Ask dana [at] foobar.org.',
    'phone: +43 664 88 43 221 | on +43 664 88 43 221, at night',
    'phone: (415) 663-2671 | or (415) 663-2671',
    'phone: 0664 88 43 221 | mobile 0664 88 43 221',
    'ip_address: 10.17.3.44 | http://10.17.3.44:8080/x',
    'ip_address: 172.20.5.0 | route 172.20.5.0/24',
    'ip_address: 2001:67c:2e8:22::c100:68b | 2001:67c:2e8:22::c100:68b',
  ])('%s', (line) => {
    const [expected, text = ''] = line.split(' | ');
    expect(found(text)).toEqual([expected]);
  });
});

describe('what is no leak', () => {
  it.each([
    'Password: required. Enter your password: then press Return.',
    'mysql --password=$MYSQL_PWD; token: <your-token>; api_key: xxxxxxxxxxxxxxxx',
    'Authorization: Bearer <token>; the Bearer Authorization header',
    'support@harbor.org, security@harbor.org, dana@foobar.example, user@domain.com, logo@2x.png',
    'git clone git@github.com:harbor/claims.git',
    'From 2026-03-14 09:10:00 to 2026-03-15T10:00, 14.03.2026, 12:30:45',
    'order 4711 0815 2342 1234, 1073741824 bytes, ISBN 978-3-16-148410-0',
    '1-800-633-2671 and 212-555-0123',
    'versions 2.4.0 - 2.4.6-p3, version 14.2.1.10, 1.14.4.1, build 10.0.19.45, chrome/120.0.0.0',
    '127.0.0.1:9200, 192.0.2.10, 255.255.255.0, 192.168.0.1, 2001:db8::1, ::1, std::vector',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('hosts, tickets and words of the configuration', () => {
  const detect = configured({
    hosts: ['.int.harbor.example'],
    tickets: ['ZD-[0-9]+'],
    words: ['Curlew Networks'],
  });
  const kinds = (text: string) => leaksBy(text, detect).map(({ kind, text }) => `${kind}: ${text}`);

  it('are found in any case and whatever hides them', () => {
    expect(kinds('DB1.int.harbor.example, ZD&#45;12, curlew\nnetworks')).toEqual([
      'host: DB1.int.harbor.example',
      'ticket: ZD-12',
      'word: curlew\nnetworks',
    ]);
  });

  it('are not found inside of others', () => {
    expect(kinds('int.harbor.example.org, print.harbor.example, XZD-12, curlew networksx')).toEqual(
      [],
    );
  });
});

describe('people of the source incidents', () => {
  const detect = sourceFacts({
    names: ['Dana Whitfield', 'Bo Li'],
    organizations: ['Foobar Insurance', 'Foobar'],
    contacts: ['dana@foobar.org', '+43 664 88 43 221', 'sam@gmail.com'],
    tickets: ['FOO-1029'],
  });
  const texts = (text: string) =>
    leaksBy(text, (plain) => detect(plain).map((spot) => ({ ...spot, kind: 'source' }))).map(
      (leak) => leak.text,
    );

  it('are found by name, contact and ticket, in another order and in other groups of digits', () => {
    expect(
      texts(
        "dana whitfield; Whitfield, Dana; Whitfield; foobar  insurance; Foobar's; foobar.org; foo-1029",
      ),
    ).toEqual([
      ...['dana whitfield', 'Whitfield, Dana', 'Whitfield'],
      ...['foobar  insurance', 'Foobar', 'foobar.org', 'foo-1029'],
    ]);
    expect(texts('0664/8843221')).toEqual(['0664/8843221']);
  });

  it('are not found in ordinary words, nor is everybody else of a large mail service', () => {
    expect(texts('a whitfield of wheat, li, kim@gmail.com')).toEqual([]);
  });
});

it('an incident knows people by what they are called, and teams as nobody', () => {
  const { fields } = incidentOf({
    reporter: {
      name: 'Dana Whitfield',
      organization: 'Wrenhill Casualty',
      contact: 'dana@foobar.org; +43 664 88 43 221',
    },
    attempts: [{ action: 'a', by: 'sj', outcome: 'fixed', afterwards: 'no_change' }],
    handoffs: [{ to: 'Curlew Networks', sent: '2026-03-14' }],
    promises: [{ to: 'customer', what: 'Call', due: '2026-03-14' }],
    follow_ups: [
      { what: 'a', owner: 'Anna Berger' },
      { what: 'b', owner: 'Web Team' },
    ],
  });
  expect(factsOf([fields], ['Acme'])).toEqual({
    names: ['Dana Whitfield', 'Curlew Networks', 'Anna Berger'],
    organizations: ['Wrenhill Casualty', 'Wrenhill'],
    contacts: ['dana@foobar.org', '+43 664 88 43 221'],
    tickets: [],
  });
  const national = incidentOf({ reporter: { organization: 'National Mutual' } });
  expect(factsOf([national.fields], []).organizations).toEqual(['National Mutual']);
});

it('knows what secretlint knows, hidden or not, and lets placeholders pass', async () => {
  const token = `ghp_${'a1B2c3D4'.repeat(4)}e5F6`;
  const hidden = `${token.slice(0, 9)}\u200b${token.slice(9)}`;
  const leaks = await knownSecrets(`one ${hidden} two ghp_${'x'.repeat(36)}`);
  expect(leaks.map(({ text }) => text)).toEqual([token]);
});

it('shows nothing of a short secret, and little of a long one', () => {
  expect(masked('hunter2')).toBe('•••••••');
  expect(masked('dana@foobar.org')).toBe('da••••••••');
});

it('takes leaks out of a text', () => {
  expect(redacted('a dana@foobar.org b 10.17.3.44', ({ kind }) => `[${kind}]`)).toBe(
    'a [email] b [ip_address]',
  );
});

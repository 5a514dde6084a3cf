import type { Random } from '../corpus/random.ts';

/** A kind of leak that is made up by chance, and the sentence in which people write it. */
export interface SeededLeak {
  name: string;
  make: (random: Random) => string;
  sentence: (leak: string) => string;
  /** Whether it can be disguised letter by letter. */
  isLetterByLetter: boolean;
}

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';
const base32 = `${upper}234567`;
const letters = `${lower}${upper}${digits}`;

const some = (random: Random, alphabet: string, from: number, to = from) =>
  Array.from({ length: random.int(from, to) }, () => random.any([...alphabet])).join('');

/** With at least one letter and one digit, as machines make them. */
const mixed = (random: Random, from: number, to = from) =>
  `${some(random, lower, 1)}${some(random, letters, from - 2, to - 2)}${some(random, digits, 1)}`;

const word = (random: Random) =>
  random.any(['harbor', 'winter', 'copper', 'falcon', 'meadow', 'sunset', 'marble', 'orchid']);

const password = (random: Random) =>
  random.any([
    () => `${word(random)}${some(random, digits, 2, 4)}`,
    () => `${word(random)}${random.any(['!', '#', '@', '$'])}${some(random, digits, 2)}`,
    () => mixed(random, 8, 16),
    () =>
      `${upper[random.int(0, 25)]}${word(random)}-${word(random)}-${some(random, digits, 1, 3)}`,
  ])();

const person = (random: Random) =>
  random.any([
    'dana',
    'kim',
    'lena.moser',
    'o.brandt',
    'j-p.roux',
    'tariq',
    'mwhitfield',
    'anna_k',
  ]);
const domain = (random: Random) =>
  `${word(random)}${word(random)}.${random.any(['com', 'at', 'de', 'co.uk', 'io', 'com.au'])}`;

const group = (random: Random, count: number) => some(random, '2346789', count);

const phone = (random: Random) =>
  random.any([
    () => `+43 664 ${group(random, 3)} ${group(random, 2)} ${group(random, 2)}`,
    () => `+44 7${group(random, 3)} ${group(random, 6)}`,
    () => `+49 (0)30 ${group(random, 4)}-${group(random, 3)}`,
    () => `(4${group(random, 2)}) ${group(random, 3)}-${group(random, 4)}`,
    () => `+1-6${group(random, 2)}-${group(random, 3)}-${group(random, 4)}`,
    () => `+33 6 ${group(random, 2)} ${group(random, 2)} ${group(random, 2)} ${group(random, 2)}`,
    () => `0664 ${group(random, 3)} ${group(random, 4)}`,
    () => `00431${group(random, 8)}`,
  ])();

const ipv4 = (random: Random) =>
  random.any([
    () => `10.${random.int(1, 254)}.${random.int(1, 254)}.${random.int(2, 254)}`,
    () => `172.${random.int(16, 31)}.${random.int(1, 254)}.${random.int(2, 254)}`,
    () => `192.168.${random.int(3, 254)}.${random.int(2, 254)}`,
    () => `${random.int(62, 95)}.${random.int(1, 254)}.${random.int(1, 254)}.${random.int(2, 254)}`,
  ])();

const hex = (random: Random, from: number, to = from) => some(random, '0123456789abcdef', from, to);
const ipv6 = (random: Random) =>
  random.any([
    () => `2a02:${hex(random, 4)}:${hex(random, 4)}::${hex(random, 1, 4)}`,
    () =>
      `2001:67c:${hex(random, 3)}:${hex(random, 4)}:${hex(random, 4)}:${hex(random, 4)}:${hex(random, 4)}:${hex(random, 4)}`,
    () => `fd${hex(random, 2)}:${hex(random, 4)}:${hex(random, 4)}::${hex(random, 2)}`,
  ])();

const base64url = (random: Random, text: string) =>
  Buffer.from(`${text}${random.int(1e6, 1e9)}"}`).toString('base64url');

const jwt = (random: Random) =>
  `${base64url(random, '{"alg":"HS256","kid":"')}.${base64url(random, '{"sub":"')}.${some(random, letters, 43)}`;

/** What is made up, in the form in which people paste it. */
export const seededLeaks: SeededLeak[] = [
  seeded('password on its line', password, (leak) => `Sign in:\n\npassword: ${leak}\n`),
  seeded(
    'password in a sentence',
    password,
    (leak) => `The password is ${leak}, as on the old box.`,
  ),
  seeded('password in JSON', password, (leak) => `{"user": "admin", "password": "${leak}"}`),
  seeded(
    'password in an address',
    (random) => mixed(random, 8, 14),
    (leak) => `postgres://app:${leak}@db.harbor.org/claims`,
  ),
  seeded(
    'API key in a setting',
    (random) => mixed(random, 24, 40),
    (leak) => `export PAYMENTS_API_KEY=${leak}`,
  ),
  seeded(
    'AWS access key id',
    (random) => `AKIA${some(random, base32, 16)}`,
    (leak) => `with ${leak} in the console`,
  ),
  seeded('JSON Web Token', jwt, (leak) => `The log shows ${leak} then.`),
  seeded(
    'bearer token',
    (random) => mixed(random, 24, 60),
    (leak) => `curl -H "Authorization: Bearer ${leak}" x`,
  ),
  seeded(
    'cookie',
    (random) => mixed(random, 20, 32),
    (leak) => `Cookie: theme=dark; JSESSIONID=${leak}; lang=en`,
  ),
  seeded(
    'private key',
    (random) =>
      `-----BEGIN RSA PRIVATE KEY-----\n${some(random, letters, 64)}\n-----END RSA PRIVATE KEY-----`,
    (leak) => leak,
    false,
  ),
  seeded(
    'GitHub token',
    (random) => `ghp_${some(random, letters, 36)}`,
    (leak) => `git clone with ${leak} works`,
  ),
  seeded(
    'Slack token',
    (random) =>
      `xoxb-${some(random, digits, 12)}-${some(random, digits, 12)}-${some(random, letters, 24)}`,
    (leak) => `the bot uses ${leak} for that`,
  ),
  seeded(
    'Stripe key',
    (random) => `sk_live_${some(random, letters, 24)}`,
    (leak) => `charged with ${leak} by hand`,
  ),
  seeded(
    'e-mail address',
    (random) => `${person(random)}@${domain(random)}`,
    (leak) => `ask ${leak} about it`,
  ),
  seeded('telephone number', phone, (leak) => `reached on ${leak} in the evening`),
  seeded('IPv4 address', ipv4, (leak) => `then ping ${leak} and wait`),
  seeded('IPv6 address', ipv6, (leak) => `then ping ${leak} and wait`),
];

/** Ways in which a text is hidden from a search, by mistake or on purpose. */
export const disguises: Record<string, (leak: string, random: Random) => string> = {
  plain: (leak) => leak,
  'zero-width': (leak, random) => inside(leak, random, '\u200b'),
  'soft hyphen': (leak, random) => inside(leak, random, '\u00ad'),
  entities: (leak, random) => replaced(leak, random, (code) => `&#${code};`),
  percent: (leak, random) => replaced(leak, random, (code) => `%${code.toString(16)}`),
  'code span': (leak) => `\`${leak}\``,
};

function seeded(
  name: string,
  make: SeededLeak['make'],
  sentence: SeededLeak['sentence'],
  isLetterByLetter = true,
): SeededLeak {
  return { name, make, sentence, isLetterByLetter };
}

function inside(leak: string, random: Random, hidden: string): string {
  const at = random.int(1, leak.length - 1);
  return `${leak.slice(0, at)}${hidden}${leak.slice(at)}`;
}

/** Some of its characters in another notation. */
function replaced(leak: string, random: Random, as: (code: number) => string): string {
  return [...leak]
    .map((character) => (random.isLucky(0.3) ? as(character.charCodeAt(0)) : character))
    .join('');
}

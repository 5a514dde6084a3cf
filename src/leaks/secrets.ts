import type { Detector, Spot } from './leak.ts';

/**
 * Passwords, keys and tokens, by how they begin or by the name in front of them. `known-secrets.ts`
 * knows more of them, but not in a browser.
 */
export const secrets: Detector = (text) =>
  patterns.flatMap(({ pattern, what, isAny, isNamed, isAlone }) =>
    [...text.matchAll(pattern)].flatMap((match): Spot[] => {
      const value = (match.groups?.['value'] ?? match[0]).replace(/[.:]$/, '');
      if (!isAny && isPlaceholder(value)) return [];
      if ((isNamed && !looksRandom(value)) || (isAlone && isDescription.test(value))) return [];
      const from = match.index + match[0].lastIndexOf(value);
      return [{ from, to: from + value.length, what }];
    }),
  );

interface Pattern {
  /** The group `value` is the secret; without one all of it is. */
  pattern: RegExp;
  what: string;
  /** Whatever it holds is a finding. */
  isAny?: boolean;
  /** Only the name in front makes it one: words are none. */
  isNamed?: boolean;
  /** It is all that its line holds: a word that describes it is none. */
  isAlone?: boolean;
}

const name =
  '(?:[a-z0-9]{1,30}[_.-]){0,4}(?:pass(?:word|wort|wd|phrase|code)|passwd|kennwort|contraseña|mot de passe|pwd|secret|(?:api|access|auth|private|secret|account|encryption|signing|license|crypt)[_ -]?key|(?:api|access|auth|refresh|session|secret|csrf|private|app)[_ -]?token|client[_ -]?secret|token|credentials?)';

/** The value after a name: in quotes, or up to a space; not the rest of a sentence. */
const patterns: Pattern[] = [
  {
    pattern:
      /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[^-]{0,8000}-----END [A-Z0-9 ]+-----)?/g,
    what: 'a private key',
    isAny: true,
  },
  {
    pattern: /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z2-7]{16}(?![A-Z0-9])/g,
    what: 'an AWS access key id',
  },
  {
    pattern: /(?<![\w-])eyJ[\w-]{8,}\.(?:eyJ|[\w-]{8})[\w-]{4,}(?:\.[\w-]*)?/g,
    what: 'a JSON Web Token',
  },
  {
    pattern: /\bBearer\s+(?<value>(?=[\w.~+/-]*\d)[\w.~+/-]{12,}={0,2})/gi,
    what: 'a bearer token',
  },
  {
    pattern: /\bBasic\s+(?<value>(?=[A-Za-z+/]*\d)[A-Za-z0-9+/]{12,}={0,2})(?![\w])/g,
    what: 'the credentials of a Basic authorization',
  },
  {
    pattern: /\b(?:Set-)?Cookie["']?\s?:\s?["']?[\w.-]{1,60}=(?<value>[\w%.~+/|:-]{8,})/gi,
    what: 'a cookie',
  },
  {
    pattern:
      /\b(?:JSESSIONID|PHPSESSID|ASP\.NET_SessionId|sessionid|connect\.sid|laravel_session)=(?<value>[\w%.~+/|:-]{8,})/gi,
    what: 'a cookie',
  },
  {
    pattern: /(?<=[a-z]:\/\/[^\s/:@"'<>]{0,60}:)(?<value>[^\s/@"'<>]{3,80})(?=@[\w.-])/gi,
    what: 'a password in an address',
  },
  {
    pattern: /(?<![\w])(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,}|glpat-[\w-]{20,})/g,
    what: 'an access token of a git host',
  },
  {
    pattern:
      /(?<![\w])xox[abeoprs]-[\w-]{10,}|https:\/\/hooks\.slack\.com\/(?:services|workflows)\/[\w/]{20,}/g,
    what: 'a Slack token',
  },
  {
    pattern: /(?<![\w])(?:sk|rk|pk|whsec)_(?:live_|test_)?[A-Za-z0-9]{20,}/g,
    what: 'a Stripe key',
  },
  { pattern: /(?<![\w])sk-(?:ant-|proj-|or-)?[A-Za-z0-9_-]{20,}/g, what: 'a key of an AI service' },
  { pattern: /(?<![\w])AIza[\w-]{35}(?![\w-])/g, what: 'a Google API key' },
  {
    pattern:
      /(?<![\w])(?:npm_[A-Za-z0-9]{36}|pypi-[\w-]{40,}|dop_v1_[a-f0-9]{64}|SG\.[\w-]{16,}\.[\w-]{16,}|ATATT[\w=-]{40,}|hf_[A-Za-z0-9]{30,}|shp(?:at|ss|ca)_[a-f0-9]{32}|AGE-SECRET-KEY-1[A-Z0-9]{50,})/g,
    what: 'an access token',
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])${name}["']?\\s?(?:[:=]|=>|:=)\\s?(["'])(?<value>[^"'\\n]{6,200})\\1`,
      'giu',
    ),
    what: 'a password or key after its name',
    isNamed: true,
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])${name}\\s?(?:[:=]|=>|:=|\\bis\\b|\\bwas\\b)\\s?(?<value>(?:[^\\s"'<>,;(){}\\[\\]&|]|&(?!\\w+=)){6,200})`,
      'giu',
    ),
    what: 'a password or key after its name',
    isNamed: true,
  },
  {
    pattern: new RegExp(`^[ \\t>*-]{0,20}${name}\\s?[:=]\\s?(?<value>[a-z]{9,40})$`, 'gimu'),
    what: 'a password or key after its name',
    isAlone: true,
  },
];

/** A password is no word of a sentence: it mixes letters with digits or signs, or stands alone on its line. */
function looksRandom(value: string): boolean {
  const text = value.replace(/[.!?:]+$/, '');
  if (text.length < 6 || /^(?:https?:|\/|\.\/|~\/|--?[a-z])/i.test(text)) return false;
  if (/^\d+$/.test(text)) return text.length >= 6 && text.length <= 10;
  if (/^[a-z]+(?:[._/-][a-z]+)*$|^[A-Z_]+$|^(?:[A-Z]?[a-z]+)+(?:\(\))?$/.test(text)) return false;
  return /[a-z]/i.test(text) && /[\d!@#$^&*+=?~]/.test(text);
}

/** What says of which kind a value is, or that it has to be there. */
const isDescription =
  /^(?:required|optional|mandatory|generated|encrypted|protected|undefined|unchanged|unavailable|incorrect|forgotten|invalid|authentication|authorization|alphanumeric|characters|password|passphrase|credentials?|configured|automatic(?:ally)?|administrator|developers?|production|disabled|enabled|expired|available|confirmation|description|identifier|reference)$/i;

/** What stands for a secret: in brackets, all x, a variable, a word that says so. */
function isPlaceholder(value: string): boolean {
  const text = value.replace(/^[a-z]{2,10}[_-](?:live_|test_)?/i, '');
  if (/^[<[{(%$*]|^\\?\$|\$\{|\{\{|[>}%]$|\.\.\.|…|\*{3}|^\\/.test(value)) return true;
  if (/(.)\1{5}|^(.{1,3})\2{4,}$/.test(text)) return true;
  return /(?:^|[-_. /])(?:your|my|example|sample|placeholder|redacted|hidden|removed|insert|replace|change_?me|dummy|fake|none|null|true|false|undefined|todo|xxx+)(?:[-_. /]|$)|EXAMPLE|0123456789|abcdefgh/i.test(
    value,
  );
}

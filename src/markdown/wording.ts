import type { Range } from '#diagnostics/diagnostic.ts';

/* What plain English words for customers can be told by. */

const people =
  "(?:customers?|users?|admins?|administrators?|colleagues?|operators?|vendors?|team|(?:your|their|our|the|a|['’]s) IT|he|she|who|somebody|someone)";

/** What people do and machines do not: "it failed to start" blames nobody. */
const care =
  'failed to (?:ask|check|document|follow|inform|look|mention|notice|read|reali[sz]e|remember|renew|tell|test|think|understand)';

/** Whoever forgot how to get in is helped, not blamed. */
const access =
  '(?:your|the|their|his|her|a) (?:\\w+ )?(?:address|answer|code|e-?mail|login|name|passcode|passphrase|password|pattern|PIN|secret|user ?name)';

/** Sentences that say whose fault it was instead of what happened. */
export const blame = new RegExp(
  String.raw`\b(?:${[
    '(?:user|operator|human|customer) error',
    `(?:${people}|they|and|(?<!\\b(?:if|when|that|which|what|where) )you) (?:simply |just )?forgot(?! ${access})`,
    `(?:${people}|they|you) (?:simply |just )?(?:${care}|neglected|did not bother|didn['’]t bother|carelessly)`,
    `(?:${people}|they|you) should have (?:known|noticed|checked|read(?! (?:access|and|only|or|permissions?|rights?)\\b))`,
    `${people} (?:simply |just )?(?:wrongly|mistakenly)`,
    "(?:your|their|his|her|the (?:customer|user|vendor)['’]s) (?:own )?(?:fault|mistake|carelessness|negligence)",
    'careless(?:ly|ness)?|sloppy|stupid(?:ly)?|incompeten\\w+',
  ].join('|')})\b`,
  'gi',
);

/** The sentences of a paragraph; a line that says what one should see is one of its own. */
export function sentences(text: string): string[] {
  return text
    .replaceAll(/[^\S\n]+/g, ' ')
    .split(/(?<=[.!?…:;])\s{1,2}(?=["“'(]?\p{Lu})|\n ?(?=You should see:)/u)
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}

/** Capitals that customers meet every day, and those of these rules. */
const known = new Set(
  `A4 AM API APP BBC BCC CC CD CEO CSV DVD EU FAQ GB GIF GPS HTML HTTP HTTPS ID IDS IT JPEG KB LTE MB NB NO
  NOT OK OR AND PC PDF PIN PLC PM PNG PS QR RAM SD SIM SMS TB TODO TV UK UI URL USA US USB UTC VAT VIP WLAN XML
  YES ZIP`.split(/\s+/),
);

/**
 * Words of two to six capitals that stand beside no explanation in brackets, anywhere in the texts: neither
 * "DNS (the address book of the internet)" nor "one-time password (OTP)".
 */
export function abbreviations(
  texts: readonly { text: string; range: Range }[],
): { name: string; range: Range }[] {
  const explained = new Set<string>();
  const found = new Map<string, Range>();
  for (const { text, range } of texts) {
    for (const [, name = ''] of text.matchAll(/\b([A-Z]{2,6})s? \(/g)) explained.add(name);
    for (const [, name = ''] of text.matchAll(/\(([A-Z]{2,6})s?\)/g)) explained.add(name);
    for (const [, name = ''] of text.matchAll(/(?<![\w.@/#-])([A-Z]{2,6})s?(?![\w/@-]|\.\w)/g)) {
      if (!known.has(name) && !found.has(name)) found.set(name, range);
    }
  }
  return [...found].flatMap(([name, range]) => (explained.has(name) ? [] : [{ name, range }]));
}

import type { SeverityLevel } from './diagnostic.ts';

const file = {
  'file-unreadable': rule('error', 'The file cannot be read'),
  'file-outside-root': rule('error', 'A symbolic link leads out of the knowledge base'),
  'file-name': rule('error', 'The file name makes no usable id'),
  'file-ignored': rule('warning', 'The file looks like a record but is not read as one'),
  'file-empty': rule('error', 'The file is empty'),
  'file-too-large': rule('error', 'The file is larger than a record may be'),
  'file-encoding': rule('error', 'The file is not UTF-8 text'),
  'file-control-character': rule('error', 'The file holds a control character'),
  'file-line-ends': rule('error', 'The lines end in a bare carriage return'),
  'merge-conflict': rule('error', 'A merge conflict is not resolved'),
  'duplicate-id': rule('error', 'Two records have one id'),
} satisfies Record<string, Rule>;

const frontMatter = {
  'fence-missing': rule('error', 'The file does not start with a line that is exactly ---'),
  'fence-unclosed': rule('error', 'The front matter is never closed'),
  'fence-inside': rule('error', 'The front matter ends early'),
  'header-too-large': rule('error', 'The front matter is larger than 64 KiB or 1,000 fields'),
  'yaml-syntax': rule('error', 'The front matter is not valid YAML'),
  'yaml-duplicate-key': rule('error', 'A field is written twice'),
  'yaml-feature': rule('error', 'Anchors, aliases, merge keys and tags are not allowed'),
  'yaml-comment-cut': rule('warning', 'A # cuts the value short'),
  'yaml-escape': rule('warning', 'A backslash in double quotes becomes another character'),
} satisfies Record<string, Rule>;

const fields = {
  'unknown-field': rule('error', 'There is no such field'),
  'missing-field': rule('error', 'A field that is needed here is missing'),
  'empty-value': rule('error', 'A field has no value'),
  'wrong-type': rule('error', 'A text, a list or a group of fields stands where another belongs'),
  'wrong-value': rule('error', 'The value is not one that this field takes'),
  'impossible-date': rule('error', 'The calendar or the clock has no such date or time'),
  'date-order': rule('error', 'Dates contradict each other'),
  'field-conflict': rule('error', 'Two fields contradict each other'),
  'hidden-direction': rule('error', 'Invisible characters change the direction of the text'),
} satisfies Record<string, Rule>;

const references = {
  'unknown-product': rule('error', 'The configuration has no such product'),
  'unknown-component': rule('error', 'The product has no such component'),
  'unknown-incident': rule('error', 'There is no such incident'),
  'unknown-article': rule('error', 'There is no such article'),
  'self-reference': rule('error', 'A record refers to itself'),
  'alias-taken': rule('error', 'An alias is already the id or the alias of another record'),
  'file-missing': rule('error', 'A file that the record names does not exist'),
  'file-kind': rule('error', 'Files of this kind are not served'),
  'broken-link': rule('error', 'A link leads to nothing'),
  'broken-anchor': rule('error', 'A link leads to a heading that does not exist'),
  'unsafe-link': rule('error', 'The address of a link is not allowed'),
  'remote-image': rule('error', 'An image is loaded from elsewhere'),
} satisfies Record<string, Rule>;

const body = {
  'body-too-deep': rule('error', 'The text is nested too deep or too full of markers'),
  'raw-html': rule('info', 'HTML is shown as text'),
  'html-comment': rule('error', 'A comment would be published as text'),
} satisfies Record<string, Rule>;

const ledger = {
  'attempt-incomplete': rule('error', 'An attempt lacks its outcome or what became of it'),
  'no-effective-fix': rule('error', 'No attempt has the outcome fixed'),
  'several-effective-fixes': rule('error', 'More than one attempt has the outcome fixed'),
  'mitigation-missing': rule('error', 'Nothing says what mitigated the problem'),
  'isolated-how-missing': rule('error', 'A fix is called isolated without saying how'),
  'fix-not-proven-alone': rule('warning', 'Earlier attempts may be part of the fix'),
  'attempt-made-worse-and-left': rule('warning', 'What made it worse is still in place'),
  'cause-unknown': rule('info', 'Nobody knows why a resolved incident happened'),
  'drill-incomplete': rule('info', 'A drill cannot ask for an attempt that has no reason'),
  'look-alike-not-told-apart': rule('warning', 'Two incidents look the same, and are not'),
  'symptom-rewritten': rule('error', 'The words of a customer were changed or removed'),
  'history-incomplete': rule('info', 'The history of the records cannot be seen as a whole'),
} satisfies Record<string, Rule>;

const promises = {
  'promise-overdue': rule('warning', 'A promise is overdue'),
  'handoff-overdue': rule('warning', 'A hand-off has not come back in time'),
  'follow-up-overdue': rule('warning', 'A follow-up is overdue'),
  'no-next-promise': rule('warning', 'An open incident has no next promise'),
} satisfies Record<string, Rule>;

const articles = {
  'source-changed': rule('warning', 'A source says something else than when the article was made'),
  'fix-failed-again': rule('warning', 'What the article advises did not help every time'),
  'review-overdue': rule('warning', 'The review of an article is overdue'),
  'address-gone': rule('error', 'A published address disappeared'),
  'place-to-fill': rule('error', 'A published article still says TODO'),
  'steps-missing': rule('warning', 'An article that is to solve something has no numbered steps'),
  'step-without-result': rule('warning', 'A step does not say what one should see'),
  'check-missing': rule('warning', 'Nothing says how to check that it worked'),
  'way-on-missing': rule('warning', 'Nothing says what to do if it did not help'),
  blame: rule('warning', 'A sentence says whose fault it was'),
  'long-sentence': rule('info', 'A sentence is long for customers'),
  'unexplained-abbreviation': rule('info', 'An abbreviation is not explained to customers'),
} satisfies Record<string, Rule>;

const publishing = {
  'known-issue-state': rule('error', 'Only a known issue has an issue status, and needs one'),
  'choice-without-options': rule('error', 'A choice needs options, and only a choice has them'),
  'unknown-incident-field': rule('error', 'A question fills a field that incidents do not have'),
  'intake-name': rule('error', 'An intake is named for its product'),
  'imported-incomplete': rule('info', 'An imported record has holes'),
} satisfies Record<string, Rule>;

const leaks = {
  'leaked-secret': rule('error', 'A password, key or token would be published'),
  'leaked-email': rule('error', 'The e-mail address of a person would be published'),
  'leaked-phone': rule('error', 'A telephone number would be published'),
  'leaked-ip-address': rule('error', 'The address of a machine would be published'),
  'leaked-host': rule('error', 'The name of an internal host would be published'),
  'leaked-ticket': rule('error', 'A ticket number would be published'),
  'leaked-word': rule('error', 'A word that is never to be published would be'),
  'leaked-source': rule('error', 'A person or ticket of a source incident would be published'),
  'file-not-seen-into': rule('info', 'Everybody can have a file that nobody looked into'),
  'allow-unused': rule('info', 'Nothing is found any more that an entry of allow is for'),
} satisfies Record<string, Rule>;

const configuration = {
  'config-missing': rule('error', 'There is no fixlore.config.yaml'),
} satisfies Record<string, Rule>;

/** What only the finished index can tell: `fixlore build` says it. */
const search = {
  unfindable: rule('warning', 'Who searches with the words of a record does not find it'),
} satisfies Record<string, Rule>;

/** The rules by what they are about, as docs/rules/README.md lists them. */
export const families = {
  'The file itself': file,
  'The front matter': frontMatter,
  'The fields': fields,
  References: references,
  'The body': body,
  'The ledger': ledger,
  Promises: promises,
  Articles: articles,
  'Intakes, imports, known issues': publishing,
  Leaks: leaks,
  'The configuration': configuration,
  'The search': search,
} satisfies Record<string, Record<string, Rule>>;

/**
 * Every diagnostic there is: its usual severity and what it is about, in one line. A code is
 * permanent. Each has a page in docs/rules/ and a fixture in tests/fixtures/rules/.
 */
export const catalogue = {
  ...file,
  ...frontMatter,
  ...fields,
  ...references,
  ...body,
  ...ledger,
  ...promises,
  ...articles,
  ...publishing,
  ...leaks,
  ...configuration,
  ...search,
} satisfies Record<string, Rule>;

export type Code = keyof typeof catalogue;
/** The rules whose findings are never to be shown, not even with their line. */
export const leakCodes: ReadonlySet<Code> = new Set(Object.keys(leaks) as Code[]);
export const codes = Object.keys(catalogue) as Code[];

interface Rule {
  severity: SeverityLevel;
  title: string;
}

function rule(severity: SeverityLevel, title: string): Rule {
  return { severity, title };
}

import type { Code } from '#diagnostics/catalogue.ts';
import { quotingAdvice } from './yaml-values.ts';

/** A usual slip in YAML, in words. No value of the file is ever quoted. */
export interface Slip {
  code?: Code;
  message: string;
  hint: string;
}

const quoteIt = 'Put the value in quotes.';

export const reserved: Record<string, Slip> = {
  '@': { message: 'An unquoted value cannot start with @.', hint: quoteIt },
  '`': { message: 'An unquoted value cannot start with a backquote.', hint: quoteIt },
  '%': { message: 'An unquoted value cannot start with %.', hint: quoteIt },
  ',': { message: 'An unquoted value cannot start with a comma.', hint: quoteIt },
  ']': { message: 'This ] closes nothing.', hint: 'Remove it, or put the value in quotes.' },
  '}': { message: 'This } closes nothing.', hint: 'Remove it, or put the value in quotes.' },
  '*': feature('*', 'an alias, and aliases are not allowed'),
  '&': feature('&', 'an anchor, and anchors are not allowed'),
  '!': feature('!', 'a tag, and tags are not allowed'),
};

function feature(sign: string, what: string): Slip {
  return {
    code: 'yaml-feature',
    message: `To YAML a value that starts with ${sign} is ${what}.`,
    hint: 'Put the value in quotes if it is meant as text; else write out what it stands for.',
  };
}

export const colonInside: Slip = {
  message:
    'An unquoted value holds a colon followed by a space, which starts a new "key: value" to YAML.',
  hint: '',
};

export function unclosedQuote(value: string): Slip {
  const quote = value.startsWith('"') ? '"' : "'";
  return {
    message: `The quote ${quote} that opens here is never closed.`,
    hint: /[“”‘’]/.test(value)
      ? `Close it with the same ${quote}; typographic quotes are no quotes to YAML.`
      : `Add the closing ${quote} at the end of the value.`,
  };
}

export function textAfterQuote(value: string): Slip {
  return {
    message: 'This quote ends the value, but more text follows on the line.',
    hint: inner(value).includes("'")
      ? 'Write \\" for a quote inside double quotes, or the value on an indented line below "key: |".'
      : 'Put single quotes around the whole value, or write \\" for each quote inside it.',
  };
}

export function textAfterApostrophe(value: string): Slip {
  return {
    message:
      "This apostrophe ends the value that starts with ', but more text follows on the line.",
    hint: inner(value).includes('"')
      ? "Write '' for an apostrophe inside single quotes."
      : "Put double quotes around the whole value, or write '' for each apostrophe inside it.",
  };
}

function inner(value: string): string {
  return value.trim().slice(1, -1);
}

export const textAfterBracket: Slip = {
  message:
    'To YAML a value that starts with a bracket is a list or a group; it ends here, but more text follows.',
  hint: '',
};

export const unclosedBracket: Slip = {
  message: 'The bracket that opens here is never closed.',
  hint: '',
};

export function bracketAdvice(value: string): string {
  return `If it is meant as text: ${quotingAdvice(value)}`;
}

export const badEscape: Slip = {
  message: 'In double quotes a backslash starts an escape, and YAML has no such escape.',
  hint: 'Put single quotes around the value, or double the backslash.',
};

export const textAfterBlockSign: Slip = {
  message:
    'To YAML a value that starts with | or > is a block of lines, and those begin on the next line.',
  hint: 'Put the value in quotes, or move the text to the next line, indented.',
};

export const listOnFieldLine: Slip = {
  message: 'A list starts on the line of its field.',
  hint: 'Write each "- " on a line of its own below the field, or put the value in quotes.',
};

export const fieldInsideText: Slip = {
  message:
    'This line is indented, so it belongs to the value above it; a "key: value" cannot stand in there.',
  hint: 'Align it with the other fields; if it is text, put the whole value in quotes.',
};

export const continuation: Slip = {
  message: 'This line belongs to no field.',
  hint: 'Indent it if it goes on with the text above; else start it with the name of its field.',
};

export const noColon: Slip = {
  message:
    'This line has no "key:"; expected a field, an item that starts with "- ", or a comment.',
  hint: 'Write it as "key: value", or indent it if it goes on with the text above.',
};

export const noSpace: Slip = {
  message: 'There is no space after this colon; expected "key: value".',
  hint: 'Add a space after the colon.',
};

export const outdented: Slip = {
  message: 'This field stands further left than the fields above it.',
  hint: 'Start the fields of one group in the same column; the first ones of a file in column 1.',
};

export const tabIndent: Slip = {
  message: 'A tab indents this line; YAML indents with spaces only.',
  hint: 'Replace the tab by spaces.',
};

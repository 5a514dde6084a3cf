import type { ErrorCode } from 'yaml';
import type { Code } from '#diagnostics/catalogue.ts';

export interface YamlErrorText {
  code: Code;
  message: string;
  hint: string;
}

/** What a YAML error means and what to do. The library's own messages quote the file; these do not. */
export function yamlErrorText(code: ErrorCode): YamlErrorText {
  const [message, hint] = texts[code];
  return { code: otherCodes[code] ?? 'yaml-syntax', message, hint };
}

const quoteIt = 'Put the value in quotes, or write it on an indented line below "key: |".';
const noFeature = 'Write the value out where it is needed.';
const quoteStart = 'Put a text that starts with *, & or ! in quotes.';

const texts: Record<ErrorCode, [message: string, hint: string]> = {
  ALIAS_PROPS: ['An alias (*name) is not allowed.', noFeature],
  BAD_ALIAS: ['To YAML a value that starts with * or & is an alias or an anchor.', quoteStart],
  BAD_COLLECTION_TYPE: ['A tag (!name) is not allowed.', quoteStart],
  BAD_DIRECTIVE: ['To YAML a line that starts with % is a directive.', quoteIt],
  BAD_DQ_ESCAPE: [
    'In double quotes a backslash starts an escape, and YAML has no such escape.',
    'Put single quotes around the value, or double the backslash.',
  ],
  BAD_INDENT: [
    'The indentation of this line does not fit the lines above.',
    'Align the fields of one group; a text that goes on in the next line is indented further.',
  ],
  BAD_PROP_ORDER: ['Anchors (&name) and tags (!name) are not allowed.', quoteStart],
  BAD_SCALAR_START: ['An unquoted value starts with a character that YAML reserves.', quoteIt],
  BLOCK_AS_IMPLICIT_KEY: ['A list or a group starts where a text or a key is expected.', quoteIt],
  BLOCK_IN_FLOW: [
    'Indented lines of a list or a group stand inside brackets.',
    'Close the bracket first, or write the whole list with "- " lines.',
  ],
  DUPLICATE_KEY: ['A field is written twice.', 'Keep one of the two.'],
  IMPOSSIBLE: ['YAML cannot be read from here on.', quoteIt],
  KEY_OVER_1024_CHARS: [
    'A key is longer than 1,024 characters; a quote may be open, or a "key:" missing.',
    quoteIt,
  ],
  MISSING_CHAR: [
    'Something that was opened is not closed, or a comma or a colon is missing.',
    'Look at the quotes and brackets of this line and the one above.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'This line has no "key:", or a quote above it is not closed.',
    'Write it as "key: value", or indent it if it goes on with the text above.',
  ],
  MULTIPLE_ANCHORS: ['Anchors (&name) are not allowed.', quoteStart],
  MULTIPLE_DOCS: [
    'The YAML ends above this line, and something follows.',
    'Remove the line of three dots or hyphens that ends it.',
  ],
  MULTIPLE_TAGS: ['Tags (!name) are not allowed.', quoteStart],
  NON_STRING_KEY: [
    'A list or a group stands where the name of a field is expected.',
    'Each field is "key: value".',
  ],
  RESOURCE_EXHAUSTION: [
    'The front matter is nested too deep.',
    'Fields nest at most three deep. A text that starts with brackets belongs in quotes.',
  ],
  TAB_AS_INDENT: ['A tab indents this line; YAML indents with spaces only.', 'Use spaces.'],
  TAG_RESOLVE_FAILED: ['A tag (!name) is not allowed.', quoteStart],
  UNEXPECTED_TOKEN: ['Something stands here that YAML does not expect.', quoteIt],
};

const otherCodes: Partial<Record<ErrorCode, Code>> = {
  ALIAS_PROPS: 'yaml-feature',
  BAD_ALIAS: 'yaml-feature',
  BAD_COLLECTION_TYPE: 'yaml-feature',
  BAD_PROP_ORDER: 'yaml-feature',
  DUPLICATE_KEY: 'yaml-duplicate-key',
  MULTIPLE_ANCHORS: 'yaml-feature',
  MULTIPLE_TAGS: 'yaml-feature',
  TAG_RESOLVE_FAILED: 'yaml-feature',
};

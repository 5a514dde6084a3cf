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

const quoteIt = 'Put the value in quotes, or write it below the key as a block: "key: |".';
const noFeature = 'Write the value out where it is needed.';

const texts: Record<ErrorCode, [message: string, hint: string]> = {
  ALIAS_PROPS: ['An alias (*name) is not allowed.', noFeature],
  BAD_ALIAS: ['A value starts with * or &, which YAML reads as an alias or an anchor.', quoteIt],
  BAD_COLLECTION_TYPE: ['A tag does not fit its value.', noFeature],
  BAD_DIRECTIVE: ['A line starts with %, which YAML reads as a directive.', quoteIt],
  BAD_DQ_ESCAPE: [
    'A backslash in double quotes starts no known escape.',
    'Use single quotes around a text with backslashes.',
  ],
  BAD_INDENT: [
    'The indentation does not fit the lines above.',
    'Align the fields of one group; a text that continues on the next line is indented further.',
  ],
  BAD_PROP_ORDER: ['An anchor or a tag stands in the wrong place.', noFeature],
  BAD_SCALAR_START: [
    'A value starts with a character that YAML reserves, such as @ or `.',
    quoteIt,
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'There is a second "key: value" inside a value: YAML reads the colon and space in it so.',
    quoteIt,
  ],
  BLOCK_IN_FLOW: ['A block stands inside brackets.', 'Close the bracket first.'],
  DUPLICATE_KEY: ['A field is written twice.', 'Keep one of them.'],
  IMPOSSIBLE: ['YAML cannot be read here.', quoteIt],
  KEY_OVER_1024_CHARS: ['A key is longer than 1,024 characters.', quoteIt],
  MISSING_CHAR: [
    'A quote, bracket, comma or colon is missing.',
    'Close what was opened; each field is "key: value" with a space after the colon.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'A key runs over several lines: a quote is not closed, or a line lacks its "key:".',
    quoteIt,
  ],
  MULTIPLE_ANCHORS: ['Anchors are not allowed.', noFeature],
  MULTIPLE_DOCS: ['The front matter goes on behind the end of its YAML document.', 'Keep one.'],
  MULTIPLE_TAGS: ['Tags are not allowed.', noFeature],
  NON_STRING_KEY: ['A key is not plain text.', 'Each field is "key: value".'],
  RESOURCE_EXHAUSTION: ['The front matter is nested too deep.', 'Fields nest at most three deep.'],
  TAB_AS_INDENT: ['A tab indents this line.', 'YAML indents with spaces only.'],
  TAG_RESOLVE_FAILED: ['A tag (!name) is not allowed.', quoteIt],
  UNEXPECTED_TOKEN: ['Something stands here that YAML does not expect.', quoteIt],
};

const otherCodes: Partial<Record<ErrorCode, Code>> = {
  ALIAS_PROPS: 'yaml-feature',
  BAD_ALIAS: 'yaml-feature',
  BAD_COLLECTION_TYPE: 'yaml-feature',
  BAD_PROP_ORDER: 'yaml-feature',
  DUPLICATE_KEY: 'yaml-duplicate-key',
  MULTIPLE_ANCHORS: 'yaml-feature',
  MULTIPLE_DOCS: 'yaml-feature',
  MULTIPLE_TAGS: 'yaml-feature',
  TAG_RESOLVE_FAILED: 'yaml-feature',
};

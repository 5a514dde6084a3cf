import { Document, visit, type Scalar } from 'yaml';

/** Fields as they are written: text, flags, numbers, lists and groups. Undefined ones are left out. */
export type Writable =
  | string
  | number
  | boolean
  | readonly Writable[]
  | { readonly [field: string]: Writable | undefined };

/**
 * The text of a record: front matter between exact fences, then the body. Every text reads back as
 * the characters it has, in fixlore and in any YAML 1.2 or 1.1 reader: what those would take for a
 * number, a date or a boolean is quoted, several lines become a block.
 */
export function recordText(fields: Record<string, Writable | undefined>, body: string): string {
  const text = body.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return `---\n${yamlText(fields)}---\n${text === '' ? '' : `\n${text}\n`}`;
}

/** The same for a file that is YAML as a whole, such as the configuration. */
export function yamlText(fields: Record<string, Writable | undefined>): string {
  return styledYaml(fields, styleOf);
}

/** YAML for programs that take dates and more for something else than text: every text is in quotes. */
export function quotedYaml(fields: Record<string, Writable | undefined>): string {
  return styledYaml(fields, (text, isKey) => {
    if (isKey) return 'PLAIN';
    return text.includes('\n') && isBlockSafe(text) ? 'BLOCK_LITERAL' : 'QUOTE_DOUBLE';
  });
}

function styledYaml(fields: Record<string, Writable | undefined>, style: typeof styleOf): string {
  const document = new Document(withoutUndefined(fields), { version: '1.2', schema: 'core' });
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value === 'string') node.type = style(node.value, key === 'key');
    },
  });
  return document.toString({
    lineWidth: 0,
    flowCollectionPadding: false,
    // Quoted text over several lines loses spaces at their ends.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

function withoutUndefined(value: Writable | undefined): unknown {
  if (Array.isArray(value)) return value.map((item: Writable) => withoutUndefined(item));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]) => [name, withoutUndefined(field)]),
  );
}

/** Dates, times and other words that older readers bend; those fixlore expects unquoted stay so. */
const bent =
  /^(y|n|yes|no|on|off|true|false|null|~|[-+]?[\d.,_:]+(e[-+]?\d+)?|0[xob][\da-f_]+|\.(inf|nan))$/i;
const plainMoment = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/;

function styleOf(text: string, isKey: boolean): NonNullable<Scalar['type']> {
  if (text.includes('\n') && !isKey && isBlockSafe(text)) return 'BLOCK_LITERAL';
  // eslint-disable-next-line no-control-regex -- only double quotes can carry these
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\n/.test(text)) {
    return 'QUOTE_DOUBLE';
  }
  if (plainMoment.test(text)) return 'PLAIN';
  if (bent.test(text) || /(^|\s)#|: |^[\s\-?:,[\]{}&*!|>'"%@`]|:$|\s$/.test(text) || text === '') {
    return /[A-Za-z]:\\|"/.test(text) ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
  }
  return 'PLAIN';
}

/** A block keeps what it holds if no line ends in white space, the first is not indented, the last not empty. */
function isBlockSafe(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- only double quotes can carry these
  const hasControl = /[\u0000-\u0008\u000b-\u001f\u007f]/.test(text);
  return !hasControl && !/^\s|\r|[^\S\n](?:\n|$)|\n\n$/.test(text);
}

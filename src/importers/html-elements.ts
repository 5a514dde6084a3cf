/* What becomes of the HTML elements that people write into Markdown. */

/** How an element inside a line is written in Markdown. */
export type InlineForm = 'strong' | 'emphasis' | 'delete' | 'code' | 'link' | 'plain' | 'break';

/** Underlined labels are what other pages make bold; presentation alone is left out. */
export const inlineForms: Readonly<Record<string, InlineForm>> = {
  a: 'link',
  abbr: 'plain',
  b: 'strong',
  big: 'plain',
  br: 'break',
  center: 'plain',
  cite: 'emphasis',
  code: 'code',
  del: 'delete',
  dfn: 'emphasis',
  em: 'emphasis',
  font: 'plain',
  i: 'emphasis',
  ins: 'plain',
  kbd: 'code',
  mark: 'plain',
  p: 'plain',
  s: 'delete',
  samp: 'code',
  small: 'plain',
  span: 'plain',
  strike: 'delete',
  strong: 'strong',
  tt: 'code',
  u: 'strong',
  var: 'emphasis',
};

/** Elements that only hold others; alone on their lines they are left out. */
export const wrappers: ReadonlySet<string> = new Set(
  'article aside center details div figure font header footer main section span summary'.split(' '),
);

/** Elements that carry text and structure which Markdown can say. */
export const blocks: ReadonlySet<string> = new Set(
  (
    'blockquote caption code col colgroup dd dl dt figcaption h1 h2 h3 h4 h5 h6 hr img li ol p pre ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements that a browser would run or load, or that Markdown has no words for. */
export const untranslatable: ReadonlySet<string> = new Set(
  (
    'audio button canvas embed form iframe input label math object script select style sub sup svg ' +
    'textarea video'
  ).split(' '),
);

export function isTranslatable(name: string): boolean {
  return Object.hasOwn(inlineForms, name) || wrappers.has(name) || blocks.has(name);
}

/** Whether it is an element of HTML at all, and no placeholder such as `<project-id>`. */
export function isElement(name: string): boolean {
  return isTranslatable(name) || untranslatable.has(name);
}

export interface Tag {
  name: string;
  isClosing: boolean;
  isEmpty: boolean;
  text: string;
}

/** The tags of HTML elements in a piece of HTML, in order. */
export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(/<(\/?)([a-z][a-z0-9-]*)(?:\s[^<>]*?)?(\/?)>/gi)]
    .map(([text, slash, name = '', end]) => ({
      name: name.toLowerCase(),
      isClosing: slash === '/',
      isEmpty: end === '/' || /^(br|col|hr|img|input)$/i.test(name),
      text,
    }))
    .filter(({ name }) => isElement(name));
}

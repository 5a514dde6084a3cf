import type { Options } from 'rehype-sanitize';

/**
 * What may come out of a record: the elements that GitHub flavoured Markdown makes, and of their
 * attributes those that carry meaning. Ids come from our own steps or the footnotes alone, so nothing
 * is prefixed here: prefixing twice breaks the footnotes' links.
 */
export const sanitizeSchema: Options = {
  strip: ['script', 'style'],
  clobberPrefix: '',
  clobber: [],
  ancestors: {
    li: ['ul', 'ol'],
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  tagNames: [
    ...['a', 'blockquote', 'br', 'code', 'del', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'],
    ...['img', 'input', 'li', 'ol', 'p', 'pre', 'section', 'strong', 'sup'],
    ...['table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
  ],
  attributes: {
    a: [
      'href',
      'title',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaDescribedBy',
      'ariaLabel',
      'id',
    ],
    code: [['className', /^language-[A-Za-z0-9+#-]{1,30}$/]],
    h1: [['id', /^h-/]],
    h2: [['id', /^h-/, 'footnote-label']],
    h3: [['id', /^h-/]],
    h4: [['id', /^h-/]],
    h5: [['id', /^h-/]],
    h6: [['id', /^h-/]],
    img: ['src', 'alt', 'title'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: ['id', ['className', 'task-list-item']],
    ol: ['start'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['align'],
    th: ['align'],
    ul: [['className', 'contains-task-list']],
  },
};

import type { SkipRule } from './selection.ts';

/** Files of a repository that are no records. `--include` brings single ones back. */
export function notRecords(kind: 'article' | 'incident'): SkipRule[] {
  return [...(kind === 'incident' ? lists : []), ...rules].map(([path, why]) => {
    return { path, why: `no ${kind}: ${why}` };
  });
}

const lists: readonly [RegExp, string][] = [
  [/(^|\/)_?index\.\w+$/i, 'a list page'],
  [/(^|\/)([^/]*[-_])?template[^/]*\.\w+$/i, 'a template'],
];

const rules: readonly [RegExp, string][] = [
  [/(^|\/)node_modules\//, 'in node_modules'],
  [/(^|\/)readme\.md$/i, 'a README'],
  [
    /(^|\/)(contributing|code[-_]of[-_]conduct|licen[cs]e|notice|security|changelog|changes|authors|maintainers|support)\.md$/i,
    'about the repository',
  ],
  [/(^|\/)(toc|toc-[^/]*|summary|_sidebar|_navbar)\.md$/i, 'a table of contents'],
  [/(^|\/)metadata\.md$/i, 'metadata of the site'],
  [
    /(^|\/)(((article|page)[-_])?templates?|archetypes)\/|(^|\/)(pull_request|issue)_template\.md$/i,
    'a template',
  ],
];

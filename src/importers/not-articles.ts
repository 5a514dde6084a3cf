import type { SkipRule } from './selection.ts';

/** Files of a documentation repository that are no articles. `--include` brings single ones back. */
export const notArticles: readonly SkipRule[] = [
  { path: /(^|\/)node_modules\//, why: 'no article: in node_modules' },
  { path: /(^|\/)readme\.md$/i, why: 'no article: a README' },
  {
    path: /(^|\/)(contributing|code[-_]of[-_]conduct|licen[cs]e|notice|security|changelog|changes|authors|maintainers|support)\.md$/i,
    why: 'no article: about the repository',
  },
  {
    path: /(^|\/)(toc|toc-[^/]*|summary|_sidebar|_navbar)\.md$/i,
    why: 'no article: a table of contents',
  },
  { path: /(^|\/)metadata\.md$/i, why: 'no article: metadata of the site' },
  {
    path: /(^|\/)(((article|page)[-_])?templates?|archetypes)\/|(^|\/)(pull_request|issue)_template\.md$/i,
    why: 'no article: a template',
  },
];

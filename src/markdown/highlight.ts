import type { Element, ElementContent } from 'hast';
import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core';
import type { HighlighterCore, LanguageInput } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** Cuts code into pieces with the class of their colour; undefined for an unknown language. */
export type Highlight = (code: string, language: string) => Piece[][] | undefined;

interface Piece {
  text: string;
  className?: string;
}

/** The languages of incidents, by the names people give them; each is loaded when first used. */
const languages: Record<string, () => LanguageInput> = {
  bash: () => import('shiki/langs/shellscript.mjs'),
  css: () => import('shiki/langs/css.mjs'),
  diff: () => import('shiki/langs/diff.mjs'),
  html: () => import('shiki/langs/html.mjs'),
  http: () => import('shiki/langs/http.mjs'),
  ini: () => import('shiki/langs/ini.mjs'),
  java: () => import('shiki/langs/java.mjs'),
  javascript: () => import('shiki/langs/javascript.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  nginx: () => import('shiki/langs/nginx.mjs'),
  php: () => import('shiki/langs/php.mjs'),
  powershell: () => import('shiki/langs/powershell.mjs'),
  python: () => import('shiki/langs/python.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  typescript: () => import('shiki/langs/typescript.mjs'),
  xml: () => import('shiki/langs/xml.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
};

const otherNames: Record<string, string> = {
  sh: 'bash',
  shell: 'bash',
  console: 'bash',
  zsh: 'bash',
  js: 'javascript',
  ts: 'typescript',
  ps1: 'powershell',
  py: 'python',
  yml: 'yaml',
  toml: 'ini',
  conf: 'ini',
};

let shared: Promise<HighlighterCore> | undefined;

/** A highlighter that knows the languages of the fences in a text; undefined if there are none. */
export async function highlightFor(text: string): Promise<Highlight | undefined> {
  const wanted = new Set<string>();
  for (const [, name = ''] of text.matchAll(/^\s*(?:`{3,}|~{3,})\s*([\w+#-]+)/gm)) {
    const language = languageOf(name);
    if (language) wanted.add(language);
  }
  if (wanted.size === 0) return undefined;
  shared ??= createHighlighterCore({
    themes: [createCssVariablesTheme({ name: 'classes', variablePrefix: '' })],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const highlighter = await shared;
  for (const language of wanted) await highlighter.loadLanguage(languages[language]!());
  return (code, name) => piecesOf(highlighter, code, languageOf(name));
}

/** Replaces the text of a `pre` by spans with classes; a policy without inline styles allows those. */
export function highlightCode(pre: Element, highlight: Highlight): void {
  const [code] = pre.children;
  if (code?.type !== 'element' || code.children[0]?.type !== 'text') return;
  const [className] = (code.properties['className'] as string[] | undefined) ?? [];
  const lines = className && highlight(code.children[0].value, className.replace('language-', ''));
  if (!lines) return;
  code.children = lines.flatMap((line, index): ElementContent[] => [
    ...(index > 0 ? [{ type: 'text' as const, value: '\n' }] : []),
    ...line.map(pieceElement),
  ]);
}

function languageOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  const language = otherNames[lower] ?? lower;
  return Object.hasOwn(languages, language) ? language : undefined;
}

function piecesOf(
  highlighter: HighlighterCore,
  code: string,
  language: string | undefined,
): Piece[][] | undefined {
  if (!language || code.length > 50_000) return undefined;
  const lang = language === 'bash' ? 'shellscript' : language;
  const { tokens } = highlighter.codeToTokens(code, { lang, theme: 'classes' });
  return tokens.map((line) => line.map(({ content, color }) => piece(content, color)));
}

/** The theme's colours are variables named for what they colour: `var(token-keyword)`. */
function piece(text: string, color: string | undefined): Piece {
  const name = /^var\(token-([a-z-]+)\)$/.exec(color ?? '')?.[1];
  return name ? { text, className: `tk-${name}` } : { text };
}

function pieceElement({ text, className }: Piece): ElementContent {
  if (!className) return { type: 'text', value: text };
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: [className] },
    children: [{ type: 'text', value: text }],
  };
}

import type { BlockContent, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

/* The parts of a draft. Whatever a record says becomes text, never markup: the writer escapes it. */

const writer = remark()
  .use(remarkGfm)
  .data('settings', { bullet: '-', listItemIndent: 'one', emphasis: '*', strong: '*' })
  .freeze();

export function markdownText(children: RootContent[]): string {
  const tree: Root = { type: 'root', children };
  return writer.stringify(tree);
}

export function heading(text: string): RootContent {
  return { type: 'heading', depth: 2, children: [{ type: 'text', value: text }] };
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

export function numbered(items: readonly BlockContent[][]): RootContent {
  return { type: 'list', ordered: true, start: 1, spread: false, children: items.map(item) };
}

export function bulleted(items: readonly BlockContent[][]): RootContent {
  return { type: 'list', ordered: false, spread: false, children: items.map(item) };
}

function item(children: BlockContent[]): ListItem {
  return { type: 'listItem', spread: children.length > 1, children };
}

export function strong(text: string): PhrasingContent {
  return { type: 'strong', children: [{ type: 'text', value: text }] };
}

export function link(url: string, text: string): PhrasingContent {
  return { type: 'link', url, children: [{ type: 'text', value: text }] };
}

/** One line of plain text; only code in backquotes and web addresses stay what they are. */
export function phrases(text: string): PhrasingContent[] {
  return oneLine(text)
    .split(/(`[^`]+`|https?:\/\/[^\s<>"'`)\]]*[\w/])/)
    .flatMap((part, index): PhrasingContent[] => {
      if (part === '') return [];
      if (index % 2 === 0) return [{ type: 'text', value: part }];
      if (part.startsWith('`')) return [{ type: 'inlineCode', value: part.slice(1, -1) }];
      return [link(part, part)];
    });
}

/** Without line ends, control characters, and those that change the direction of text. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .trim();
}

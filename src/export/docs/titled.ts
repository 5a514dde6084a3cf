import type { Root } from 'mdast';
import { quotedYaml } from '#export/record-text.ts';
import { inLine } from './article-body.ts';

/** The body below its title, for tools that show no title of their own. */
export function withTitle(title: string, { children }: Root): Root {
  const text = { type: 'text' as const, value: inLine(title) };
  return { type: 'root', children: [{ type: 'heading', depth: 1, children: [text] }, ...children] };
}

/** Front matter above a text. Every text in it stands in quotes, in one line. */
export function withFrontMatter(fields: Parameters<typeof quotedYaml>[0], body: string): string {
  return `---\n${quotedYaml(fields)}---\n\n${body}`;
}

import matter from 'gray-matter';
import { readYaml, type YamlText } from './yaml.ts';
import type { Fenced } from './fences.ts';

/**
 * The only place that calls gray-matter, and only after `splitFences` found two exact fences. It gets
 * our YAML reader, and engines that throw for every language it would otherwise guess or run; the
 * options also keep its cache out, which makes a broken file succeed the second time it is read.
 */
export function readFrontMatter(fenced: Fenced): { yaml: YamlText; body: string } {
  const text = `---\n${fenced.header}\n---\n${fenced.body}`;
  let yaml: YamlText | undefined;
  const { content } = matter(text, {
    language: 'yaml',
    engines: {
      yaml: (header: string) => {
        yaml = readYaml(header.replace(/^\n/, ''), fenced.headerLine);
        return {};
      },
      js: refuse,
      javascript: refuse,
      json: refuse,
      coffee: refuse,
      toml: refuse,
    },
  });
  // gray-matter asks no engine about an empty header.
  yaml ??= readYaml(fenced.header, fenced.headerLine);
  if (content.trim() !== fenced.body.trim()) {
    throw new Error('gray-matter and the exact fences disagree about where the body starts');
  }
  return { yaml, body: fenced.body };
}

function refuse(): never {
  throw new Error('Only YAML front matter is read');
}

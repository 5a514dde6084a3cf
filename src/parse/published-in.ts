import { splitFences } from './fences.ts';
import { readYaml } from './yaml.ts';

/**
 * Whether a version of an article was for everybody, and under which former slugs, too; undefined if it
 * was not, or cannot be read.
 */
export function publishedIn(text: string): { aliases: string[] } | undefined {
  const fenced = splitFences(text.replaceAll('\r\n', '\n').replace(/^\ufeff/, ''));
  if ('code' in fenced) return undefined;
  const { value } = readYaml(fenced.header, 2);
  if (typeof value !== 'object' || value === null) return undefined;
  const { audience, state, aliases } = value as Record<string, unknown>;
  if (audience !== 'public' || (state !== 'published' && state !== 'archived')) return undefined;
  const named = Array.isArray(aliases) ? aliases : [];
  return { aliases: named.filter((alias) => typeof alias === 'string') };
}

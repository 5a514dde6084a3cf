import type { ArticleFields, ArticleType } from '#schema/article.ts';
import type { Role } from './article-roles.ts';

/**
 * What kind of article it is, as far as its title, its folder and its sections say so: a known issue
 * and a how-to are called so; what describes a problem or its
 * solution, or lies in a folder of such articles, is a solution.
 */
export function articleTypeOf(
  title: string,
  folders: readonly string[],
  roles: ReadonlySet<Role>,
): Pick<ArticleFields, 'type' | 'issue'> {
  const type = typeOf(title, folders, roles);
  return type === 'known_issue' ? { type, issue: { status: issueStatusOf(roles) } } : { type };
}

function typeOf(title: string, folders: readonly string[], roles: ReadonlySet<Role>): ArticleType {
  if (/\bknown issues?\b/i.test(title)) return 'known_issue';
  const isProblem = roles.has('symptoms') || roles.has('cause');
  if (!isProblem && /^how (to|do|can)\b/i.test(title)) return 'how_to';
  if (!isProblem && folders.some((folder) => /^(how-?tos?|guides?|tutorials?)$/.test(folder))) {
    return 'how_to';
  }
  const isSolution =
    isProblem ||
    roles.has('steps') ||
    roles.has('workaround') ||
    /\btroubleshoot/i.test(title) ||
    folders.some((folder) => /^(troubleshooting|known-issues|solutions|errors)\b/.test(folder));
  return isSolution ? 'solution' : 'reference';
}

function issueStatusOf(roles: ReadonlySet<Role>): NonNullable<ArticleFields['issue']>['status'] {
  if (roles.has('steps')) return 'fixed';
  return roles.has('workaround') ? 'workaround' : 'investigating';
}

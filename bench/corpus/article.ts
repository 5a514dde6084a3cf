import { narrative, steps, type Writer } from './body.ts';
import { capital } from './language.ts';
import { dayOf } from './moments.ts';
import { anyProduct } from './settings.ts';
import type { Draft } from './incident.ts';
import { teams } from './words.ts';

export interface ArticleWriter extends Writer {
  /** The id of an incident that it was made from. */
  sourceId?: string;
  /** Milliseconds since 1970. */
  reviewed: number;
}

/** Two of three are published for everybody; the rest are internal, drafts or archived. */
export function article(writer: ArticleWriter): Draft {
  const { random, language, sourceId, reviewed } = writer;
  const isPublic = random.isLucky(0.67);
  const { product, component } = anyProduct(random);
  const type = random.frequent(['solution', 'how_to', 'known_issue', 'reference']);
  return {
    fields: {
      title: `What to do when the ${language.problem()}`,
      type,
      audience: isPublic ? 'public' : 'internal',
      state: random.frequent(['published', 'published', 'published', 'archived', 'draft']),
      product,
      component,
      symptoms: Array.from({ length: random.int(1, 4) }, () => language.quote()),
      errors: random.isLucky(0.4) ? [language.error()] : undefined,
      who: random.frequent(['customer', 'admin', 'support']),
      sources: sourceId ? [sourceId] : undefined,
      issue: type === 'known_issue' ? { status: 'workaround', since: dayOf(reviewed) } : undefined,
      owner: random.frequent(teams),
      reviewed: dayOf(reviewed),
    },
    body: [
      capital(language.paragraph(2)),
      `## Steps\n\n${steps(writer)}`,
      `## Check that it worked\n\n${language.paragraph(2)}`,
      // A public article may link to nothing internal, so only internal ones get links.
      narrative({ ...writer, otherPath: isPublic ? undefined : writer.otherPath }, 2),
    ].join('\n\n'),
  };
}

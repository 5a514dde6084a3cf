import { startOfFile } from '#diagnostics/diagnostic.ts';
import type { Context, Finding, FormerAddress, Rule } from './rule.ts';

/**
 * Whoever kept the address of a public article still arrives: each slug that was once published, as git
 * remembers it, is that of a public article or redirects to one.
 */
export const keptAddresses: Rule = function* (context) {
  const { site, history, isWhole, ids, publicFiles } = context;
  if (!isWhole) return;
  // A broken record of that name, or one that names its aliases, is told of already.
  const readable = new Set(site.articles.map(({ id }) => id));
  const present = new Set([...ids.article].filter((id) => !readable.has(id)));
  for (const { file, id, fields } of site.articles) {
    if (!publicFiles.has(file)) continue;
    for (const slug of [id, ...(fields.aliases ?? [])]) present.add(slug);
  }
  const hasBroken = context.texts.some((text) => text.kind === 'article' && !('fields' in text));
  for (const former of history?.addresses ?? []) {
    if (!present.has(former.slug) && !hasBroken) yield gone(context, former);
  }
};

function gone({ site, publicFiles }: Context, { slug, file }: FormerAddress): Finding {
  const article = site.articles.find((one) => one.file === file);
  const message = `The address /articles/${slug}/ was published, and leads nowhere now.`;
  if (!article) {
    return {
      code: 'address-gone',
      record: { file: 'fixlore.config.yaml', header: '' },
      at: startOfFile,
      message,
      hint: `Its article, ${file}, is gone. Bring it back with "state: archived", or add \`${slug}\` to the \`aliases\` of the article that answers it now.`,
    };
  }
  if (publicFiles.has(file)) {
    return {
      code: 'address-gone',
      record: article,
      at: ['title'],
      message,
      hint: `Add \`${slug}\` to the \`aliases\` of this article, which once had that name.`,
    };
  }
  const isInternal = article.fields.audience === 'internal';
  return {
    code: 'address-gone',
    record: article,
    at: isInternal ? ['audience'] : ['state'],
    message,
    hint: isInternal
      ? `An article that was public stays public: "state: archived" takes it out of lists and search. Or add \`${slug}\` to the \`aliases\` of one that answers it now.`
      : `Write "state: archived", which keeps the page and takes it out of lists and search; or add \`${slug}\` to the \`aliases\` of one that answers it now.`,
  };
}

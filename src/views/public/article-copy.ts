import { htmlAsMarkdown } from '#markdown/html-as-markdown.ts';
import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { articlePath } from '../addresses.ts';
import { issueView, versionsText, type IssueView } from '../article-text.ts';
import type { Page } from '../page.ts';
import { timeText } from '../time-text.ts';
import { publicAddress } from './frame.ts';

/** What the Markdown of an article is made from; the text itself only when it is asked for. */
export interface ArticleCopy {
  title: string;
  about: string[];
  /** Of a known issue: where it stands. */
  issue?: IssueView;
  symptoms: string[];
  errors: string[];
  html: string;
  /** The address of the site without a path, if it is known. */
  origin?: string;
  source: string;
}

/** `/articles/<slug>.md`: each article to be kept, printed or read by a program. */
export function articleCopies(site: PublicSite): Page<ArticleCopy>[] {
  return site.articles.map((article) => ({
    params: { id: article.slug },
    get model() {
      return articleCopy(site, article);
    },
  }));
}

export function articleCopy(site: PublicSite, article: PublicArticle): ArticleCopy {
  const { slug, title, product, component, versions, symptoms, errors, html } = article;
  const { isArchived, reviewed, reviewedWith } = article;
  const applies = versionsText(versions);
  const about = [
    component ? `${product.name}, ${component.name}` : product.name,
    applies && `applies to ${applies}`,
    reviewed &&
      `last verified ${timeText(reviewed, site).text}${reviewedWith ? ` with ${reviewedWith}` : ''}`,
    isArchived && 'kept for the record, no longer looked after',
  ];
  const issue = issueView(article.issue, site);
  return {
    title,
    ...(issue && { issue }),
    about: about.filter((part) => typeof part === 'string'),
    symptoms,
    errors,
    html,
    origin: site.address && URL.canParse(site.address) ? new URL(site.address).origin : undefined,
    source: publicAddress(site, articlePath(slug)),
  };
}

/** The article as Markdown. Its links lead back to the site. */
export function copyText(copy: ArticleCopy): string {
  const { title, about, symptoms, errors, html, origin, source } = copy;
  const seen = [...symptoms.map((symptom) => `- “${plain(symptom)}”`), ...errors.map(codeItem)];
  const parts = [
    `# ${plain(title)}`,
    plain(about.join(' · ')),
    copy.issue ? issueText(copy.issue) : '',
    seen.length > 0 ? `## You may be seeing\n\n${seen.join('\n')}` : '',
    htmlAsMarkdown(html, (href) => (href.startsWith('/') ? (origin ?? '') + href : href)),
    `---\n\nFrom ${source}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Where a known issue stands, what to do until it is fixed, and what has changed. */
function issueText({ tag, since, fix, workaround, updates }: IssueView): string {
  const facts = [since && `since ${since.text}`, fix].filter((one) => typeof one === 'string');
  const news = updates.map(({ time, tag: status, what }) => {
    return `- **${plain(time.text)}**: ${status ? `${plain(status.text)}. ` : ''}${plain(what)}`;
  });
  const parts = [
    [`**Known issue: ${plain(tag.text)}**`, ...facts.map(plain)].join(' · '),
    workaround ? `**Until then:** ${plain(workaround)}` : '',
    news.join('\n'),
  ];
  const lines = parts.filter((part) => part !== '').join('\n\n');
  return lines.replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>');
}

/** Text in which nothing means anything in Markdown, in one line. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~&]/g, String.raw`\$&`);
}

function codeItem(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `- ${fence}${space}${line}${space}${fence}`;
}

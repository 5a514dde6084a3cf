import type { BlockContent, ListItem, Paragraph, PhrasingContent, Root } from 'mdast';
import { treeOfHtml, type Readdressed } from '#markdown/html-as-markdown.ts';
import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { issueView } from '#views/article-text.ts';
import { articleCopy } from '#views/public/article-copy.ts';

/** What stands below the title of an exported article: what it is about, what one may be seeing, its text. */
export function articleBody(site: PublicSite, article: PublicArticle, full: Readdressed): Root {
  const { about, symptoms, errors, html, source } = articleCopy(site, article);
  const seen = [
    ...symptoms.map((symptom) => paragraph(text(`“${symptom}”`))),
    ...errors.map((error) => paragraph({ type: 'inlineCode', value: inLine(error) })),
  ];
  const children: Root['children'] = [
    paragraph({ type: 'emphasis', children: [text(about.join(' · '))] }),
    ...issueNotice(site, article),
    ...(seen.length > 0
      ? [
          { type: 'heading' as const, depth: 2 as const, children: [text('You may be seeing')] },
          listOf(seen),
        ]
      : []),
    ...treeOfHtml(withResultsApart(html), full).children,
  ];
  if (site.address) {
    const link = { type: 'link' as const, url: source, children: [text('In the help centre')] };
    children.push({ type: 'thematicBreak' }, paragraph(link));
  }
  return { type: 'root', children };
}

/** What was written in several lines, or with what readers of files trip over, in one line. */
export function inLine(written: string): string {
  return written
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}\u2028\u2029\ufeff]+/gu, ' ')
    .trim();
}

/** What one should see after a step stands on a line of its own. */
function withResultsApart(html: string): string {
  return html.replaceAll(/(?<!<(?:p|li)>\s*)<span class="see">/g, '<br>$&');
}

function issueNotice(site: PublicSite, { issue }: PublicArticle): BlockContent[] {
  const view = issueView(issue, site);
  if (!view) return [];
  const facts = [view.since && `since ${view.since.text}`, view.fix].filter(Boolean).join(' · ');
  const news = view.updates.map(({ time, tag, what }) =>
    paragraph(strong(time.text), text(`: ${tag ? `${tag.text}. ` : ''}${what}`)),
  );
  return [
    {
      type: 'blockquote',
      children: [
        paragraph(strong(`Known issue: ${view.tag.text}`), text(facts && ` · ${facts}`)),
        ...(view.workaround ? [paragraph(strong('Until then:'), text(` ${view.workaround}`))] : []),
        ...(news.length > 0 ? [listOf(news)] : []),
      ],
    },
  ];
}

function text(value: string): PhrasingContent {
  return { type: 'text', value: value.replaceAll(/[\s\p{Cc}\u2028\u2029\ufeff]+/gu, ' ') };
}

function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] };
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function listOf(paragraphs: Paragraph[]): BlockContent {
  const children = paragraphs.map((one): ListItem => ({ type: 'listItem', children: [one] }));
  return { type: 'list', spread: false, children };
}

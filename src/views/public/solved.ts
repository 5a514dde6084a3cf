import type { PublicArticle, PublicSite } from '#model/public-site.ts';
import { articlePath } from '../addresses.ts';
import { publicAddress } from './frame.ts';

/**
 * "Did this solve it?", asked where an answer has somewhere to go: an address that takes a form, or a
 * mailbox. Nothing is sent but what the reader sends.
 */
export type SolvedQuestion =
  | { kind: 'form'; action: string; article: string; address: string }
  | { kind: 'mail'; yesHref: string; noHref: string };

/** The address wins over the mailbox if both are configured: an answer is a click there. */
export function solvedQuestion(
  site: PublicSite,
  { slug, title, product }: PublicArticle,
): SolvedQuestion | undefined {
  const { url, email } = site.feedback ?? {};
  const address = publicAddress(site, articlePath(slug));
  if (url) return { kind: 'form', action: url, article: slug, address };
  if (!email) return undefined;
  const about = `\n\n--\n${title}\n${address}\n`;
  const noQuestions = `What did you do, and what did you see instead?\n\n\n\nWhich version of ${product.name} do you use?\n\n`;
  return {
    kind: 'mail',
    yesHref: mailHref(email, `Solved: ${title}`, `This page solved it.${about}`),
    noHref: mailHref(email, `Not solved: ${title}`, noQuestions + about),
  };
}

function mailHref(to: string, subject: string, body: string): string {
  const text = (written: string) => encodeURIComponent(written.replaceAll('\n', '\r\n'));
  return `mailto:${to}?subject=${text(subject)}&body=${text(body)}`;
}

import { unansweredText, type UnansweredSearch } from '#search/unanswered.ts';

/** A mail that only has to be sent. */
export function mailAddress(mailbox: string, asked: UnansweredSearch): string {
  const subject = encodeURIComponent(titleOf(asked));
  const body = encodeURIComponent(unansweredText(asked).replaceAll('\n', '\r\n'));
  return `mailto:${mailbox}?subject=${subject}&body=${body}`;
}

/** The form of an issue tracker, filled in: as GitHub, Gitea and Forgejo take it, and as GitLab does. */
export function issueAddress(form: string, asked: UnansweredSearch): string {
  const address = new URL(form);
  const [title, body] = address.pathname.includes('/-/issues/new')
    ? ['issue[title]', 'issue[description]']
    : ['title', 'body'];
  address.searchParams.set(title!, titleOf(asked));
  address.searchParams.set(body!, unansweredText(asked));
  return address.href;
}

/** An endpoint of the site itself can be sent to; all others only be opened, since pages ask nobody else. */
export function isEndpointOf(origin: string, url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === origin;
}

const longestTitle = 80;

function titleOf({ query }: UnansweredSearch): string {
  const cut =
    query.length > longestTitle ? `${query.slice(0, longestTitle).toWellFormed()}…` : query;
  return `No answer found: ${cut}`;
}

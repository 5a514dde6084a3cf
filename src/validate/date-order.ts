import { isBefore, momentOf, type Moment } from '#model/moment.ts';
import type { Article, Incident } from '#model/site.ts';
import { fieldName } from '#parse/field-name.ts';
import type { FieldPath } from '#parse/yaml-locate.ts';
import { contradiction, type Finding, type Rule } from './rule.ts';

/** What must not have happened before what. A day and an instant in it are in no order. */
export const dateOrder: Rule = function* ({ site }) {
  for (const incident of site.incidents) yield* orderOf(incident, site.config.timezone);
  for (const article of site.articles) yield* warned(newsOf(article, site.config.timezone));
};

/** What became of a known issue is told in order, since its readers follow it. */
function* newsOf(article: Article, zone: string): Generator<Finding> {
  const { since, updates = [] } = article.fields.issue ?? {};
  if (since === undefined) return;
  const news = updates.map(({ at }, n): Dated[] => [
    { path: ['issue', 'updates', n, 'at'], moment: momentOf(at, zone) },
  ]);
  const began: Dated[] = [{ path: ['issue', 'since'], moment: momentOf(since, zone) }];
  for (const [n, one] of news.entries()) {
    const tooEarly = [...inOrder(article, began, one)];
    yield* tooEarly.length > 0 ? tooEarly : inOrder(article, news[n - 1] ?? [], one);
  }
}

interface Dated {
  path: FieldPath;
  moment: Moment;
}

function* orderOf(incident: Incident, zone: string): Generator<Finding> {
  const dated = (path: FieldPath, written: string | undefined): Dated[] =>
    written === undefined ? [] : [{ path, moment: momentOf(written, zone) }];
  const { fields } = incident;
  const opened = dated(['opened'], fields.opened);
  const mitigated = dated(['mitigated'], fields.mitigated);
  const resolved = dated(['resolved'], fields.resolved);
  const attempts = (fields.attempts ?? []).flatMap(({ at }, n) => dated(['attempts', n, 'at'], at));
  const fixAt = (fields.attempts ?? []).findIndex(({ outcome }) => outcome === 'fixed');
  const fixed = dated(['attempts', fixAt, 'at'], fields.attempts?.[fixAt]?.at);

  yield* inOrder(incident, opened, mitigated);
  const tooSoon = [...inOrder(incident, mitigated, resolved)];
  yield* tooSoon.length > 0 ? tooSoon : inOrder(incident, opened, resolved);
  yield* warned(inOrder(incident, opened, attempts.slice(0, 1)));
  for (const [index, attempt] of attempts.entries()) {
    yield* inOrder(incident, attempts.slice(index - 1, index), [attempt]);
  }
  yield* inOrder(incident, fixed, dated(['fix', 'verified'], fields.fix?.verified));
  for (const [n, { sent, due, returned }] of (fields.handoffs ?? []).entries()) {
    const since = dated(['handoffs', n, 'sent'], sent);
    yield* inOrder(incident, since, dated(['handoffs', n, 'returned'], returned));
    yield* inOrder(incident, since, dated(['handoffs', n, 'due'], due));
  }
  for (const [n, { due, kept }] of (fields.promises ?? []).entries()) {
    yield* inOrder(incident, opened, dated(['promises', n, 'due'], due));
    yield* inOrder(incident, opened, dated(['promises', n, 'kept'], kept));
  }
  for (const [n, { at }] of (fields.seen_again ?? []).entries()) {
    const again = dated(['seen_again', n, 'at'], at);
    const tooEarly = [...inOrder(incident, opened, again)];
    yield* tooEarly.length > 0 ? tooEarly : warned(inOrder(incident, resolved, again));
  }
  yield* inOrder(incident, opened, dated(['workaround', 'until'], fields.workaround?.until));
}

/** What may be so, if somebody wrote down late what had begun before. */
function* warned(findings: Iterable<Finding>): Generator<Finding> {
  for (const finding of findings) yield { ...finding, severity: 'warning' };
}

function* inOrder(
  record: Incident | Article,
  earlier: Dated[],
  later: Dated[],
): Generator<Finding> {
  const [a] = earlier;
  const [b] = later;
  if (!a || !b || !isBefore(b.moment, a.moment)) return;
  yield {
    code: 'date-order',
    record,
    at: b.path,
    severity: contradiction(record),
    message: `${fieldName(b.path)} is before ${fieldName(a.path)}; expected the same time or later.`,
    hint: 'Correct the one that is wrong. A time without an offset is in the zone of the configuration.',
    related: { record, at: a.path, message: `${fieldName(a.path)} is here.` },
  };
}

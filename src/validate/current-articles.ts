import { failuresSince } from '#derive/failed-again.ts';
import { changesIn, staleness } from '#derive/staleness.ts';
import type { Article, Site } from '#model/site.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * An article holds as long as its sources say what they said, what it advises helps, and somebody has
 * looked at it lately.
 */
export const currentArticles: Rule = function* ({ site }) {
  const stale = new Map(staleness(site, site.now).map((one) => [one.article, one] as const));
  for (const article of site.articles) {
    if (article.fields.state === 'archived') continue;
    yield* changed(site, article);
    yield* failedAgain(site, article);
    const due = stale.get(article.id)?.reviewDue;
    if (due !== undefined && article.fields.reviewed !== undefined) yield overdue(article);
  }
};

function* changed(site: Site, record: Article): Generator<Finding> {
  const { sources = [], source_digest } = record.fields;
  if (source_digest === undefined) return;
  const changes = changesIn(site, record);
  const hint = `Compare the steps with it, then "fixlore promote ${sources.join(' ')} --into ${record.id}" takes note of it.`;
  if (!changes) {
    yield {
      code: 'source-changed',
      record,
      at: ['source_digest'],
      message: 'What changed in the sources cannot be told: fixlore did not write this digest.',
      hint,
    };
    return;
  }
  for (const { incident, fields } of changes) {
    const names = fields.map((field) => `\`${field}\``).join(', ');
    yield {
      code: 'source-changed',
      record,
      at: ['sources', sources.indexOf(incident)],
      message:
        fields.length > 0
          ? `This source changed since the article was made of it: ${names}.`
          : 'This source was added by hand: the article may not know what it says.',
      hint,
    };
  }
}

function* failedAgain(site: Site, record: Article): Generator<Finding> {
  for (const { incident, index, failure } of failuresSince(site, record)) {
    yield {
      code: 'fix-failed-again',
      ...(record.fields.state === 'draft' && { severity: 'info' as const }),
      record,
      at: ['sources', index],
      message: 'The problem was seen again, and the fix of this source did not help.',
      hint: 'Say in the article when it does not help and what to do then, and set `reviewed` to the day of that.',
      related: {
        record: incident,
        at: ['seen_again', failure, 'fix_worked'],
        message: 'It says so here.',
      },
    };
  }
}

function overdue(record: Article): Finding {
  return {
    code: 'review-overdue',
    record,
    at: ['reviewed'],
    message: 'The last review of this article is longer ago than a review holds.',
    hint: 'Try the steps, mend what is no longer true, then set `reviewed` to today; or archive the article.',
  };
}

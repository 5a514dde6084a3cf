import type { Rule } from './rule.ts';

/** `issue` belongs to articles of the type known_issue, and each of them has it. */
export const knownIssue: Rule = function* ({ site }) {
  for (const record of site.articles) {
    const isKnownIssue = record.fields.type === 'known_issue';
    if (isKnownIssue === Boolean(record.fields.issue)) continue;
    yield {
      code: 'known-issue-state',
      record,
      at: isKnownIssue ? ['type'] : ['issue'],
      part: isKnownIssue ? 'value' : 'key',
      message: isKnownIssue
        ? 'A known issue says in `issue` where it stands.'
        : '`issue` belongs to articles of the type known_issue only.',
      hint: isKnownIssue
        ? 'Add "issue:" with "status: investigating", "workaround" or "fixed" below it.'
        : 'Write "type: known_issue", or leave `issue` out.',
    };
  }
};

import type { ArticleFields, ArticleType } from '#schema/article.ts';
import type {
  Aftermath,
  IncidentFields,
  IncidentStatus,
  Outcome,
  Severity,
  Side,
} from '#schema/incident.ts';

/** How a tag looks. Colour never stands alone: each tone has a shape of its own. */
export type Tone = 'good' | 'warn' | 'bad' | 'none';

export interface Tag {
  text: string;
  tone: Tone;
}

/* The words of the records as readers say them. */

export const statusTags: Record<IncidentStatus, Tag> = {
  open: { text: 'Open', tone: 'bad' },
  mitigated: { text: 'Mitigated', tone: 'warn' },
  resolved: { text: 'Resolved', tone: 'good' },
  archived: { text: 'Archived', tone: 'none' },
};

export const severityTags: Record<Severity, Tag> = {
  critical: { text: 'Critical', tone: 'bad' },
  major: { text: 'Major', tone: 'warn' },
  minor: { text: 'Minor', tone: 'none' },
  low: { text: 'Low', tone: 'none' },
};

export const outcomeTags: Record<Outcome, Tag> = {
  fixed: { text: 'Fixed it', tone: 'good' },
  partly: { text: 'Helped in part', tone: 'warn' },
  no_effect: { text: 'No effect', tone: 'none' },
  worse: { text: 'Made it worse', tone: 'bad' },
  unknown: { text: 'Effect not known', tone: 'none' },
};

export const aftermathTags: Record<Aftermath, Tag> = {
  left_in_place: { text: 'Left in place', tone: 'warn' },
  reverted: { text: 'Reverted', tone: 'none' },
  no_change: { text: 'Changed nothing', tone: 'none' },
  unknown: { text: 'Not known whether still in place', tone: 'warn' },
};

export const sideWords: Record<Side, string> = {
  ours: 'On our side',
  customer: 'On the customer’s side',
  vendor: 'On the vendor’s side',
  network: 'In the network',
  unknown: 'Side not known',
};

export const changeSideWords: Record<Side, string> = {
  ours: 'our side',
  customer: 'the customer’s side',
  vendor: 'the vendor’s side',
  network: 'the network',
  unknown: 'an unknown side',
};

export const resolutionWords: Record<NonNullable<IncidentFields['resolution']>, string> = {
  went_away: 'It went away without a fix',
  worked_around: 'It was worked around, not fixed',
  not_reproducible: 'It could not be reproduced',
  duplicate: 'It is a duplicate',
  wont_fix: 'It will not be fixed',
};

export const reproducibleWords: Record<NonNullable<IncidentFields['reproducible']>, string> = {
  always: 'Happens every time',
  sometimes: 'Happens sometimes',
  once: 'Happened once',
  never: 'Could not be made to happen',
};

export const detectedByWords: Record<NonNullable<IncidentFields['detected_by']>, string> = {
  customer: 'a customer',
  monitoring: 'monitoring',
  staff: 'our staff',
  partner: 'a partner',
};

export const verifiedByWords: Record<
  NonNullable<NonNullable<IncidentFields['fix']>['verified_by']>,
  string
> = {
  customer: 'the customer',
  monitoring: 'monitoring',
  staff: 'our staff',
};

export const channelWords: Record<
  NonNullable<NonNullable<IncidentFields['reporter']>['channel']>,
  string
> = {
  phone: 'by phone',
  email: 'by e-mail',
  chat: 'by chat',
  ticket: 'by ticket',
  in_person: 'in person',
  other: 'another way',
};

export const evidenceWords: Record<
  NonNullable<IncidentFields['evidence']>[number]['kind'],
  string
> = {
  screenshot: 'Screenshot',
  log: 'Log',
  traceroute: 'Traceroute',
  recording: 'Recording',
  config: 'Configuration',
  other: 'File',
};

export const articleTypeWords: Record<ArticleType, string> = {
  solution: 'Solution',
  known_issue: 'Known issue',
  how_to: 'How-to',
  reference: 'Reference',
  postmortem: 'Postmortem',
};

/** Who may read an article. */
export const readerWords: Record<ArticleFields['audience'], string> = {
  public: 'Everybody',
  internal: 'Our team',
};

export const articleStateTags: Record<ArticleFields['state'], Tag> = {
  draft: { text: 'Draft', tone: 'none' },
  validated: { text: 'Validated', tone: 'none' },
  published: { text: 'Published', tone: 'good' },
  archived: { text: 'Archived', tone: 'warn' },
};

export const whoWords: Record<NonNullable<ArticleFields['who']>, string> = {
  customer: 'You can do this yourself',
  admin: 'Your administrator can do this',
  support: 'Support does this for you',
};

export const issueTags: Record<NonNullable<ArticleFields['issue']>['status'], Tag> = {
  investigating: { text: 'Being investigated', tone: 'bad' },
  workaround: { text: 'There is a workaround', tone: 'warn' },
  fixed: { text: 'Fixed', tone: 'good' },
};

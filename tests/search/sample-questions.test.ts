import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { knowledgeBase } from '#io/knowledge-base.ts';
import { openSearcher } from '#io/search-reader.ts';
import type { Audience } from '#schema/article.ts';
import type { Searcher } from '#search/query/searcher.ts';
import { suiteFolder } from '../suite-folder.ts';
import { endIndexerAfterwards, found } from './built-index.ts';
import { siteOf, writeIndexOf } from './site-index.ts';

/*
 * What customers and engineers would type, in words of their own, asked of the sample knowledge base. None is
 * copied from a record. A record is found, too, by the article that was made from it.
 */

endIndexerAfterwards();
const folder = suiteFolder();
const searchers: Partial<Record<Audience, Searcher>> = {};

beforeAll(async () => {
  const site = await siteOf(knowledgeBase(join(import.meta.dirname, '../..')));
  for (const audience of ['public', 'internal'] as const) {
    await writeIndexOf(site, audience, join(folder, audience));
    searchers[audience] = await openSearcher(join(folder, audience));
  }
});

type Question = [query: string, ...answers: string[]];

const publicQuestions: Question[] = [
  ['print button opens an empty tab instead of the confirmation', 'receipt-page-stays-blank'],
  ['popup blocker claim receipt', 'receipt-page-stays-blank'],
  ['reciept is blank', 'receipt-page-stays-blank'],
  ['video upload stuck at 99%', 'uploads-stop-at-99-percent'],
  ['how big can a file be that I attach to a claim?', 'uploads-stop-at-99-percent'],
  ['did not get the email to set a new password', 'reset-a-password-before-a-deadline'],
  ['passwort forgotten link expired', 'reset-a-password-before-a-deadline'],
  ['after login it just asks me to login again and again', 'sign-in-page-keeps-coming-back'],
  ['sign in loop', 'sign-in-page-keeps-coming-back'],
  ['buttons on the page are dead since chrome updated', 'submit-button-does-nothing'],
  ['cannot choose a date, calendar missing', 'submit-button-does-nothing'],
  ['how do I enable javascript for the portal', 'submit-button-does-nothing'],
  ['I keep seeing an outdated form, colleagues have the new one', 'old-version-of-a-page'],
  ['clear cache reload does not help old content', 'old-version-of-a-page'],
  [
    'HTTP 500 when opening a receipt for a client with accents in his name',
    'receipt-error-500',
    'receipt-page-stays-blank',
  ],
  ['why was everything offline in september', 'portal-outage-22-september'],
  ['our sftp job says the host key does not match', 'accept-a-new-host-key'],
  [
    '@@@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @@@ Offending ED25519 key in /home/batch/.ssh/known_hosts:14',
    'accept-a-new-host-key',
  ],
  [
    'ssh: connect to host 203.0.113.9 port 22: Connection timed out',
    'cannot-connect-after-moving-servers',
  ],
  [
    'migrated to a new machine, scheduled transfer no longer works but manually fine',
    'cannot-connect-after-moving-servers',
  ],
  ['which columns does the csv for the batch import need', 'prepare-a-batch-file'],
  ['IMP-204', 'prepare-a-batch-file'],
  ['imp 311 policy', 'prepare-a-batch-file'],
  ['leading zeroes get lost in policy numbers', 'prepare-a-batch-file'],
  ['renewing the ssl certificate for the partner api', 'renew-a-partner-certificate'],
  [
    '2026-10-27T01:00:03Z api-client[4121]: remote error: tls: certificate has expired',
    'renew-a-partner-certificate',
  ],
];

const internalQuestions: Question[] = [
  ['LDAP user lookup empty after upgrade', '2025-05-06-directory-search-empty'],
  ['post delivered to the wrong neighbour', '2025-09-18-letters-to-wrong-household'],
  ['emails delayed by greylisting', '2025-12-11-notification-mails-late'],
  [
    'access revoked but session still active',
    '2026-01-22-still-signed-in',
    'who-is-still-signed-in',
  ],
  [
    'sums multiplied by 100 in the import',
    '2026-02-11-claim-amounts-shifted',
    'prepare-a-batch-file',
  ],
  ['connection reset during upload at lunch time', '2026-03-02-uploads-drop-at-noon'],
  ['sftp hangs with big files MTU', '2026-04-14-transfers-hang'],
  ['dashboard and detail report do not agree on numbers', '2026-05-28-report-totals-differ'],
  ['licence plate lookup is slow', '2026-06-09-claims-search-slow'],
  ['two factor code not accepted, authenticator clock', '2026-06-24-code-from-phone-rejected'],
  ['AUTH-26', '2026-06-24-code-from-phone-rejected'],
  ['wrong time zone in export', '2026-08-12-export-times-off', 'times-in-exports'],
  ['pdf letter truncated, signature page missing', '2026-09-16-letters-lose-last-page'],
  [
    'pg: FATAL: sorry, too many clients already (SQLSTATE 53300) pid=8831',
    '2026-09-22-portal-outage',
    'database-connections-used-up',
    'portal-outage-22-september',
  ],
  [
    'who restarts pgbouncer when all connections are taken',
    'database-connections-used-up',
    '2026-09-22-portal-outage',
  ],
  [
    'german special characters garbled',
    '2026-10-21-umlauts-broken-in-import',
    'strange-characters-after-import',
  ],
  ['monthly export file has zero bytes', '2026-11-17-export-empty'],
  ['duplicate claims from api', '2026-11-19-claims-arrive-twice'],
  [
    'manual procedure to issue a certificate to a partner',
    'certificate-handover',
    '2026-10-27-partner-certificate-expired',
    'renew-a-partner-certificate',
  ],
  ['cdn or proxy serves stale terms', '2026-07-06-old-terms-page', 'old-version-of-a-page'],
];

const withoutAnswer: [Audience, string][] = [
  ['public', 'how do I cancel my subscription and get my money back'],
  ['public', 'is there an app for android tablets'],
  ['public', 'change the language of the user interface to French'],
  ['public', 'where can I buy stamps'],
  ['public', '0x80070643'],
  ['public', 'do you have an office in Toronto'],
  ['internal', 'kubernetes pods evicted because of disk pressure'],
  ['internal', 'ORA-01555 snapshot too old'],
  ['internal', 'holiday calendar and overtime rules'],
  ['internal', 'laptop battery does not charge'],
];

interface Places {
  missed: string[];
  first: number;
  amongThree: number;
}

async function placesOf(audience: Audience, questions: readonly Question[]): Promise<Places> {
  const missed: string[] = [];
  let first = 0;
  for (const [query, ...answers] of questions) {
    const records = await found(searchers[audience]!, query);
    const place = records.findIndex((record) => answers.includes(record));
    if (place === 0) first += 1;
    if (place < 0 || place > 2)
      missed.push(`${query}: ${records.slice(0, 3).join(', ') || 'nothing'}`);
  }
  const { length } = questions;
  return { missed, first: first / length, amongThree: 1 - missed.length / length };
}

describe.each([
  ['public', publicQuestions],
  ['internal', internalQuestions],
] as const)('%s questions', (audience, questions) => {
  it('find their answer, most of them first', async () => {
    const { missed, first, amongThree } = await placesOf(audience, questions);
    expect(amongThree, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(first, 'share with the answer first').toBeGreaterThanOrEqual(0.8);
  });

  it('are mostly recognised as answered', async () => {
    const answers = await Promise.all(questions.map(([query]) => searchers[audience]!.ask(query)));
    const doubted = questions.filter((_, at) => !answers[at]!.isAnswered).map(([query]) => query);
    expect(doubted.length / questions.length, doubted.join('\n')).toBeLessThanOrEqual(0.4);
  });
});

describe('questions without an answer', () => {
  it('are mostly recognised as such', async () => {
    const answers = await Promise.all(
      withoutAnswer.map(([audience, query]) => searchers[audience]!.ask(query)),
    );
    const believed = withoutAnswer
      .filter((_, at) => answers[at]!.isAnswered)
      .map(([, query]) => query);
    expect(believed.length / withoutAnswer.length, believed.join('\n')).toBeLessThanOrEqual(0.3);
  });
});

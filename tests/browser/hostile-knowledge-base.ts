import { yamlText, type Writable } from '#export/record-text.ts';
import { articleText, intakeText, resolvedText } from '../records.ts';
import { onePixel } from '../small-knowledge-base.ts';
import { put } from '../temporary-folder.ts';

/* Records that would run something in every field, if any field were taken for HTML. */

/** A text of its own for each place, so that it can be found on the page. */
export function hostile(place: string): string {
  return `${place} <img src=x onerror="attacked='${place}'"><script>attacked=1</script></title></textarea></script><svg onload=attacked=1> "'> \${7+7} {{7+7}} &lt;b&gt; &amp;amp;`;
}

/** One word that no line can hold, in a script that is read from the right. */
export const longWord = `${'Donaudampfschiff'.repeat(25)} ${'سلام'.repeat(60)} שלום`;

export const hostileIncident = {
  title: hostile('Title'),
  severity: 'critical',
  opened: '2026-03-14T09:00:00Z',
  mitigated: '2026-03-14T10:00:00Z',
  resolved: '2026-03-14T11:00:00Z',
  reporter: {
    name: hostile('Reporter'),
    organization: hostile('Office'),
    contact: hostile('Contact'),
  },
  goal: hostile('Goal'),
  symptoms: [hostile('Symptom'), `Longsymptom ${longWord}`],
  expected: hostile('Expected'),
  errors: [hostile('Error'), `Longerror ${longWord}`],
  environment: { browser: hostile('Value') },
  recent_changes: [{ at: '2026-03-13', what: hostile('Change') }],
  evidence: [
    { kind: 'log', file: 'evidence/attack.log', shows: hostile('Log') },
    { kind: 'screenshot', file: 'evidence/picture.png', shows: hostile('Picture') },
    { kind: 'other', url: 'https://files.example/a?b=%22%3E%3Cimg%3E', shows: hostile('Link') },
  ],
  attempts: [
    {
      action: hostile('Attempt'),
      because: hostile('Because'),
      run: hostile('Run'),
      at: '2026-03-14T09:30:00Z',
      by: hostile('By'),
      outcome: 'no_effect',
      afterwards: 'left_in_place',
    },
    { action: `Fixed ${longWord}`, outcome: 'fixed', afterwards: 'no_change' },
  ],
  fix: { isolated: true, isolated_how: hostile('Isolated'), customer_solvable: true },
  workaround: { summary: hostile('Workaround'), until: '2026-04-30' },
  cause: hostile('Cause'),
  promises: [{ to: hostile('Promisee'), what: hostile('Promise'), due: '2026-03-15' }],
  handoffs: [{ to: hostile('Handoff'), ref: hostile('Reference'), sent: '2026-03-14' }],
  follow_ups: [{ what: hostile('Followup'), owner: hostile('Owner'), due: '2026-05-01' }],
  manual_steps: [{ what: hostile('Byhand'), minutes: '4' }],
  tickets: [hostile('Ticket')],
  unlike: [{ incident: '2026-03-15-other', tell_apart: hostile('Apart') }],
  seen_again: [{ at: '2026-04-02', ticket: hostile('Again'), version: hostile('Version') }],
  imported: {
    from: hostile('Importer'),
    id: hostile('Id'),
    fields: { [hostile('Field')]: hostile('Kept') },
  },
  tags: [hostile('Tag')],
} satisfies Record<string, Writable>;

export const hostileArticle = {
  title: hostile('Articletitle'),
  symptoms: [hostile('Articlesymptom'), longWord],
  errors: [hostile('Articleerror'), longWord],
  versions: [hostile('Articleversion')],
  type: 'known_issue',
  issue: {
    status: 'fixed',
    fixed_in: hostile('Fixedin'),
    workaround: hostile('Untilthen'),
    updates: [{ at: '2026-03-20', what: hostile('Update') }],
  },
  reviewed: '2026-03-20',
  reviewed_with: hostile('Reviewedwith'),
  pinned: true,
};

const hostileIntake = {
  title: hostile('Intaketitle'),
  before: [{ check: hostile('Check'), why: hostile('Why'), article: 'hostile' }],
  ask: [
    {
      id: 'goal',
      label: hostile('Label'),
      why: hostile('Reason'),
      kind: 'command',
      command: hostile('Command'),
    },
    { id: 'kind', label: longWord, kind: 'choice', options: [hostile('Option'), longWord] },
  ],
  next: [{ what: hostile('Next'), within: hostile('Within') }],
};

/** HTML in a text, and what breaks lines. */
const hostileText = `
## ${hostile('Heading')}

<script>attacked = 1</script>
<img src=x onerror="attacked=1">
<a href="javascript:attacked=1" onclick="attacked=1">Rawlink</a>
<iframe srcdoc="<script>parent.attacked=1</script>"></iframe>
<style>body { display: none }</style>
<form action="https://elsewhere.example/"><input name="q"></form>
<svg><script>attacked=1</script></svg>
<base href="https://elsewhere.example/"><meta http-equiv="refresh" content="0;url=https://elsewhere.example/">

\`\`\`js" onload="attacked=1
const text = "</code></pre><script>attacked=1</script>";
\`\`\`

| <b>Cell</b> | \`<img src=x onerror=attacked=1>\` |
| --- | --- |
| ${longWord} | ${longWord} |

A note.[^1]

[^1]: <img src=x onerror=attacked=1> Footnote.

Bare ${longWord} and \`${'code'.repeat(120)}\`.
`;

/** With addresses that a check refuses, unless the record was imported. */
const hostileBody = `${hostileText}
[Scriptlink](javascript:attacked=1) [Datalink](data:text/html,<script>attacked=1</script>)
[Vblink](vbscript:attacked) [Odd case](JaVaScRiPt:attacked=1) [Entity](javascript&#58;attacked=1)
![Outside picture](https://elsewhere.example/pixel.png) ![Script picture](javascript:attacked=1)
[Reference link][evil] <javascript:attacked=1> <user@host.example> https://web.example/?a="><img>

[evil]: javascript:attacked=1 "title"
`;

export function writeHostile(root: string): void {
  const config = {
    organization: hostile('Organization'),
    products: [
      {
        id: 'portal',
        name: hostile('Product'),
        components: [{ id: 'login', name: hostile('Component') }],
      },
    ],
    contact: { email: 'help@x.example', phone: hostile('Phone'), url: 'https://x.example/?a=%22' },
  };
  put(root, 'fixlore.config.yaml', yamlText(config));
  const incidents = 'incidents/2026';
  const given = { ...hostileIncident, component: 'login' };
  put(root, `${incidents}/2026-03-14-hostile.md`, resolvedText(given, hostileBody));
  put(root, `${incidents}/2026-03-15-other.md`, resolvedText({ title: `Longtitle ${longWord}` }));
  put(root, `${incidents}/evidence/attack.log`, `${hostile('Logged')}\n${longWord}\n`);
  put(root, `${incidents}/evidence/picture.png`, onePixel);
  const imported = { from: 'test', id: 'hostile' };
  const article = { ...hostileArticle, component: 'login' };
  put(root, 'kb/hostile.md', articleText(article, hostileText));
  put(root, 'kb/linked.md', articleText({ state: 'draft', imported }, hostileBody));
  put(root, 'kb/long.md', articleText({ title: `Longtitle ${longWord}` }));
  put(root, 'kb/intake/portal.md', intakeText(hostileIntake, hostileText));
}

import { lacksNextPromise } from '#derive/commitments.ts';
import type { Incident, Site } from '#model/site.ts';
import type { TimeText } from '../time-text.ts';
import type { Tag } from '../words.ts';
import type { Commitments } from './commitments.ts';
import { limitWords, silence } from './incident-words.ts';
import type { Ledger } from './ledger.ts';
import type { WorkaroundView } from './workaround.ts';

/** What somebody must know who has a customer on the phone: each line with where more of it stands. */
export interface GlanceLine {
  label: string;
  text: string;
  href?: string;
  tag?: Tag;
  /** "by" and a time. */
  limit?: { word: string; time: TimeText };
}

/** What fixed it and how far that can be trusted, what helps until then, what is promised next. */
export function glanceOf(
  { config, now }: Site,
  incident: Incident,
  { ledger, workaround, commitments }: Known,
): GlanceLine[] {
  const isImported = incident.fields.imported !== undefined;
  const isSilent = !isImported && lacksNextPromise(incident, config.timezone, now);
  return [
    fixLine(ledger),
    ...(workaround
      ? [{ label: labels.workaround, text: workaround.summary, limit: workaround.limit }]
      : []),
    ...(isImported ? [] : openPromises(commitments)),
    ...(isSilent
      ? [
          {
            label: labels.promised,
            text: silence,
            tag: { text: 'Say when', tone: 'warn' as const },
          },
        ]
      : []),
  ];
}

interface Known {
  ledger: Ledger;
  workaround?: WorkaroundView;
  commitments: Commitments;
}

const labels = { fix: 'What fixed it', workaround: 'Workaround', promised: 'Promised' };

function fixLine({ attempts, ending }: Ledger): GlanceLine {
  const step = attempts.findIndex(({ proof }) => proof !== undefined);
  const fix = attempts[step];
  if (!fix) return { label: labels.fix, text: ending ?? '' };
  const href = `#attempt-${step + 1}`;
  return { label: labels.fix, text: fix.action, href, tag: fix.proof?.trust.tag };
}

function openPromises({ promises }: Commitments): GlanceLine[] {
  return promises
    .filter(({ doneAt }) => doneAt === undefined)
    .map(({ what, due, tag }) => ({
      label: labels.promised,
      text: what,
      limit: due && { word: limitWords.promise, time: due },
      tag,
    }));
}

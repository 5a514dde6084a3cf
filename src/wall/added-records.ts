import type { Chance } from './chance.ts';
import type { Header } from './written-base.ts';

/** An incident of any status, so that no count of them stays. */
export function addedIncident(chance: Chance): Header {
  const started = {
    severity: chance.any(['critical', 'major', 'minor', 'low']),
    opened: '2001-02-03',
    symptoms: [chance.canaries(1, 6)],
    reporter: { name: chance.canary(), channel: chance.any(['phone', 'email', 'chat', 'ticket']) },
    promises: [{ to: 'customer', what: 'An answer', due: '2999-12-31' }],
    aliases: [chance.canary()],
    drill: chance.any(['true', 'false']),
  };
  const eased = { mitigated: '2001-02-04', workaround: { summary: 'None is known' } };
  const status = chance.any(['open', 'mitigated', 'resolved']);
  if (status === 'open') return { ...started, status };
  if (status === 'mitigated') return { ...started, ...eased, status };
  const tried = Array.from({ length: chance.int(0, 4) }, () => ({
    action: chance.canaries(1, 4),
    outcome: chance.any(['partly', 'no_effect', 'worse', 'unknown']),
    afterwards: chance.any(['left_in_place', 'reverted', 'no_change', 'unknown']),
  }));
  return {
    ...started,
    ...eased,
    status,
    resolved: '2001-02-05',
    attempts: [
      ...tried,
      { action: chance.canaries(1, 4), outcome: 'fixed', afterwards: 'no_change' },
    ],
    fix: { customer_solvable: chance.any(['true', 'false']) },
    cause: chance.canaries(1, 4),
    side: chance.any(['ours', 'customer', 'vendor', 'network', 'unknown']),
  };
}

/** An article that is not for everybody, or not yet. */
export function addedArticle(chance: Chance): Header {
  const isInternal = chance.isLucky(0.4);
  return {
    type: isInternal ? 'reference' : 'solution',
    audience: isInternal ? 'internal' : 'public',
    state: isInternal ? 'published' : chance.any(['draft', 'validated']),
    aliases: [chance.canary()],
  };
}

import type { Writable } from '#export/record-text.ts';
import { narrative, type Writer } from './body.ts';
import { dayOf, day, hour, instant, minute } from './moments.ts';
import { anyProduct } from './settings.ts';
import { browsers, systems, teams } from './words.ts';

type Fields = Record<string, Writable | undefined>;

/** An incident before it is written out. */
export interface Draft {
  fields: Fields;
  body: string;
  /** The text of a log that stands beside the record as evidence, by its path from there. */
  log?: { path: string; text: string };
}

export interface IncidentWriter extends Writer {
  id: string;
  /** The id of another incident, if there is one. */
  otherId?: string;
  /** Milliseconds since 1970. */
  began: number;
}

/** Shapes of incidents, as often as they occur. */
const shapes: [share: number, shape: (writer: IncidentWriter) => Draft][] = [
  [0.12, shortOpen],
  [0.06, mitigated],
  [0.5, resolved],
  [0.07, longOutage],
  [0.1, endedOtherwise],
  [0.15, imported],
];

export function incident(writer: IncidentWriter): Draft {
  let rest = writer.random.next();
  const shape = shapes.find(([share]) => (rest -= share) < 0)?.[1] ?? resolved;
  return shape(writer);
}

/** Written while the customer is still on the phone. */
function shortOpen(writer: IncidentWriter): Draft {
  const { language, random } = writer;
  return {
    fields: {
      ...head(writer, 'open'),
      reporter: reporter(writer),
      symptoms: symptoms(writer),
      promises: [promise(writer, writer.began + day)],
      tickets: [`ZD-${random.int(10_000, 99_999)}`],
    },
    body: language.paragraph(random.int(2, 5)),
  };
}

function mitigated(writer: IncidentWriter): Draft {
  const { began, language, random } = writer;
  return {
    fields: {
      ...head(writer, 'mitigated'),
      mitigated: instant(began + 2 * hour),
      ...situation(writer),
      attempts: attempts(writer, random.int(1, 3), 'partly'),
      workaround: {
        summary: `Use the ${language.thing()} until the ${language.thing()} is back`,
        customer_solvable: random.isLucky(0.5),
        until: dayOf(began + 60 * day),
      },
      handoffs: [handoff(writer)],
    },
    body: narrative(writer, 2),
  };
}

function resolved(writer: IncidentWriter): Draft {
  const { began, language, random, id } = writer;
  const evidence = random.isLucky(0.1) ? log(writer) : undefined;
  return {
    fields: {
      ...head(writer, random.isLucky(0.1) ? 'archived' : 'resolved'),
      mitigated: instant(began + hour),
      resolved: instant(began + random.int(2, 90) * hour),
      effort: `${random.int(1, 30) * 10}m`,
      ...situation(writer),
      ...(evidence && {
        evidence: [
          { kind: 'log', file: `${id}/excerpt.log`, shows: capitalised(language.error()) },
        ],
      }),
      attempts: attempts(writer, random.int(2, 6), 'fixed'),
      fix: fix(writer),
      cause: language.cause(),
      side: random.frequent(['ours', 'customer', 'vendor', 'network', 'unknown']),
      ...(random.isLucky(0.3) && { promises: [promise(writer, began + day)] }),
      ...(random.isLucky(0.25) && { follow_ups: [followUp(writer)] }),
      ...references(writer),
      tickets: [`ZD-${random.int(10_000, 99_999)}`],
      tags: tags(writer),
    },
    body: narrative(writer, random.int(2, 4)),
    ...(evidence && { log: { path: `${id}/excerpt.log`, text: evidence } }),
  };
}

function longOutage(writer: IncidentWriter): Draft {
  const { began, random } = writer;
  const times = <Item>(from: number, to: number, make: () => Item) =>
    Array.from({ length: random.int(from, to) }, make);
  const draft = resolved(writer);
  return {
    ...draft,
    fields: {
      ...draft.fields,
      severity: 'critical',
      attempts: attempts(writer, random.int(6, 9), 'fixed'),
      promises: times(2, 4, () => promise(writer, began + random.int(2, 40) * hour)),
      handoffs: times(1, 2, () => handoff(writer)),
      follow_ups: times(2, 4, () => followUp(writer)),
      manual_steps: [{ what: `${writer.language.deed()} by hand`, minutes: random.int(2, 50) }],
    },
    body: narrative(writer, 6),
  };
}

/** Nothing that was tried fixed it: it went away, or it was another incident all along. */
function endedOtherwise(writer: IncidentWriter): Draft {
  const { began, language, random, otherId } = writer;
  const isDuplicate = otherId !== undefined && random.isLucky(0.3);
  return {
    fields: {
      ...head(writer, 'resolved'),
      resolved: instant(began + random.int(1, 400) * hour),
      resolution: isDuplicate
        ? 'duplicate'
        : random.any(['went_away', 'worked_around', 'not_reproducible', 'wont_fix']),
      duplicate_of: isDuplicate ? otherId : undefined,
      ...situation(writer),
      attempts: attempts(writer, random.int(0, 2), 'no_effect'),
      cause: random.isLucky(0.5) ? 'unknown' : language.cause(),
      side: 'unknown',
      tags: tags(writer),
    },
    body: narrative(writer, 2),
  };
}

/** From an old status page, with the holes that those have. */
function imported(writer: IncidentWriter): Draft {
  const { began, language, random, id } = writer;
  const updates = ['Investigating', 'Identified', 'Monitoring', 'Resolved'].map(
    (status, index) =>
      `**${status}** - ${language.paragraph(random.int(1, 3))} (${instant(began + index * hour).slice(11, 16)} UTC)`,
  );
  return {
    fields: {
      ...head(writer, 'resolved'),
      resolved: instant(began + 4 * hour),
      symptoms: [capitalised(language.problem())],
      imported: {
        from: 'cstate',
        id: `content/issues/${id}`,
        fields: { affected: language.thing(), informational: 'false' },
      },
    },
    body: updates.join('\n\n'),
  };
}

function head(writer: IncidentWriter, status: string): Fields {
  const { random, language, began } = writer;
  const { product, component } = anyProduct(random);
  return {
    title: capitalised(language.problem()),
    status,
    product,
    component,
    severity: random.frequent(['minor', 'major', 'low', 'critical']),
    opened: instant(began),
  };
}

function situation(writer: IncidentWriter): Fields {
  const { random, language, began } = writer;
  return {
    detected_by: random.frequent(['customer', 'monitoring', 'staff', 'partner']),
    reporter: reporter(writer),
    goal: `Finish the ${language.thing()} before the ${language.thing()} closes`,
    symptoms: symptoms(writer),
    expected: `The ${language.thing()} within ${random.int(2, 30)} seconds`,
    ...(random.isLucky(0.6) && {
      errors: Array.from({ length: random.int(1, 2) }, () => language.error()),
    }),
    environment: {
      browser: random.frequent(browsers),
      'operating system': random.frequent(systems),
      version: anyProduct(random).version,
    },
    reproducible: random.frequent(['always', 'sometimes', 'once', 'never']),
    ...(random.isLucky(0.4) && {
      recent_changes: [
        {
          at: dayOf(began - random.int(1, 9) * day),
          side: random.any(['ours', 'customer', 'vendor']),
          what: language.deed(),
        },
      ],
    }),
  };
}

/** All without effect or worse, but for the last one. */
function attempts(writer: IncidentWriter, count: number, last: string): Writable[] | undefined {
  const { random, language, began } = writer;
  if (count === 0) return undefined;
  return Array.from({ length: count }, (_, index) => ({
    action: language.deed(),
    ...(random.isLucky(0.6) && { because: language.reason() }),
    ...(random.isLucky(0.35) && { run: language.command() }),
    at: instant(began + (index + 1) * 7 * minute),
    by: language.person().toLowerCase().slice(0, 2),
    outcome:
      index === count - 1 ? last : random.frequent(['no_effect', 'partly', 'worse', 'unknown']),
    afterwards: random.frequent(['left_in_place', 'reverted', 'no_change', 'unknown']),
  }));
}

function fix({ random, began, language }: IncidentWriter): Writable {
  const isolated = random.isLucky(0.3);
  return {
    isolated,
    isolated_how: isolated ? `Done alone on ${language.host()}, with the same result` : undefined,
    customer_solvable: random.isLucky(0.3),
    verified_by: random.frequent(['staff', 'customer', 'monitoring']),
    verified: dayOf(began + 5 * day),
  } as Writable;
}

function references({ random, language, otherId }: IncidentWriter): Fields {
  if (!otherId || !random.isLucky(0.15)) return {};
  return {
    unlike: [
      {
        incident: otherId,
        tell_apart: `There the ${language.thing()} is ${language.thing()}, and ${language.errorCode()} is shown`,
      },
    ],
  };
}

function promise({ language }: IncidentWriter, due: number): Writable {
  return {
    to: 'customer',
    what: `Tell them about the ${language.thing()}`,
    due: instant(due),
    kept: instant(due - hour),
  };
}

function handoff({ random, language, began }: IncidentWriter): Writable {
  return {
    to: `${language.company()}, second level`,
    ref: language.errorCode(),
    sent: dayOf(began + day),
    due: dayOf(began + 3 * day),
    returned: dayOf(began + random.int(2, 9) * day),
  };
}

function followUp({ random, language, began }: IncidentWriter): Writable {
  return {
    what: `Show the ${language.thing()} before the ${language.thing()} is lost`,
    owner: random.frequent(teams),
    due: dayOf(began + 30 * day),
    done: dayOf(began + random.int(10, 29) * day),
  };
}

function reporter({ random, language }: IncidentWriter): Writable {
  const name = language.person();
  return {
    name,
    organization: language.company(),
    contact: `${name.toLowerCase().replace(' ', '.')}@customer.example`,
    channel: random.frequent(['phone', 'email', 'ticket', 'chat']),
  };
}

function symptoms({ random, language }: IncidentWriter): string[] {
  return Array.from({ length: random.int(1, 3) }, () => language.quote());
}

function tags({ random, language }: IncidentWriter): string[] {
  return Array.from({ length: random.int(1, 3) }, () => language.thing());
}

function log({ random, language, began }: IncidentWriter): string {
  const lines = Array.from(
    { length: random.int(5, 25) },
    (_, index) =>
      `${instant(began + index * 1000)} ${language.host()} ${language.error()} ${language.table()}`,
  );
  return `${lines.join('\n')}\n`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

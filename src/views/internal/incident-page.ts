import { durations } from '#derive/durations.ts';
import { componentName, productName } from '#model/config.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentPath, incidentsPath } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import type { Page } from '../page.ts';
import { durationText } from '../time-text.ts';
import { severityTags, sideWords, statusTags, type Tag } from '../words.ts';
import { commitmentsOf, type Commitments } from './commitments.ts';
import { evidenceOf, type EvidenceView } from './evidence.ts';
import { factsOf, type Fact } from './facts.ts';
import { editHref, internalFrame, internalHref } from './frame.ts';
import { facetPath } from './incident-facets.ts';
import { glanceOf, type GlanceLine } from './glance.ts';
import { ledgerOf, type Ledger } from './ledger.ts';
import { letterOf, type Letter } from './letter.ts';
import { lookAlikesOf, type LookAlikeView } from './look-alikes.ts';
import { internalHtml } from './record-links.ts';
import { neighboursOf, type Neighbour, type RecordLink } from './neighbours.ts';
import { situationOf, type Situation } from './situation.ts';
import { workaroundOf, type WorkaroundView } from './workaround.ts';
import { timelineOf, type TimelineRow } from './timeline.ts';
import { drillsAtHand } from './training/drills-at-hand.ts';
import { drillPath } from './training/paths.ts';

/** All of an incident, in the order in which it is read. */
export interface IncidentPage {
  frame: Frame;
  title: string;
  tags: Tag[];
  glance: GlanceLine[];
  situation: Situation;
  ledger: Ledger;
  workaround?: WorkaroundView;
  cause?: string;
  evidence: EvidenceView[];
  narrative: string;
  /** A heading for a text that starts without one of its own. */
  narrativeTitle?: string;
  lookAlikes: LookAlikeView[];
  /** Empty where it would say no more than the facts. */
  timeline: TimelineRow[];
  facts: Fact[];
  commitments: Commitments;
  manualSteps: { what: string; minutes?: number }[];
  tickets: string[];
  articles: RecordLink[];
  duplicateOf?: RecordLink;
  duplicates: RecordLink[];
  related: Neighbour[];
  letter?: Letter;
  keywords: string[];
  /** If it is a drill. */
  drillHref?: string;
  imported?: { from: string; id: string; fields: { name: string; value: string }[] };
  file: string;
  editHref?: string;
}

/** The page of each incident. */
export function incidentPages(site: Site): Page<IncidentPage>[] {
  const neighbours = neighboursOf(site);
  return site.incidents.map((incident) => ({
    params: { id: incident.id },
    get model() {
      return incidentPage(site, incident, neighbours);
    },
  }));
}

export function incidentPage(
  site: Site,
  incident: Incident,
  neighbours = neighboursOf(site),
): IncidentPage {
  const { fields, id, file } = incident;
  const { duplicate_of, imported } = fields;
  const workaround = workaroundOf(site, incident);
  const ledger = ledgerOf(site, incident);
  const commitments = commitmentsOf(site, incident);
  const narrative = internalHtml(site, file);
  return {
    frame: internalFrame(site, {
      title: fields.title,
      path: incidentPath(id),
      crumbs: crumbsOf(site, incident),
    }),
    title: fields.title,
    tags: tagsOf(site, incident),
    glance: glanceOf(site, incident, { ledger, workaround, commitments }),
    situation: situationOf(site, incident),
    ledger,
    workaround,
    cause: fields.cause,
    evidence: evidenceOf(site, incident),
    narrative,
    narrativeTitle: narrative && !/^\s*<h\d/.test(narrative) ? 'The whole story' : undefined,
    lookAlikes: lookAlikesOf(site, incident, neighbours),
    timeline: timelineOf(site, incident),
    facts: factsOf(site, incident),
    commitments,
    manualSteps: fields.manual_steps ?? [],
    tickets: fields.tickets ?? [],
    articles: incident.articles.map((article) => neighbours.article(article)),
    duplicateOf: duplicate_of ? neighbours.incident(duplicate_of) : undefined,
    duplicates: incident.duplicates.map((other) => neighbours.incident(other)),
    related: neighbours.relatedTo(incident),
    letter: letterOf(site, incident),
    keywords: fields.tags ?? [],
    ...(drillsAtHand(site).isDrill(id) && { drillHref: internalHref(site, drillPath(id)) }),
    imported: imported && {
      from: imported.from,
      id: imported.id,
      fields: Object.entries(imported.fields ?? {}).map(([name, value]) => ({ name, value })),
    },
    file,
    editHref: editHref(site, file),
  };
}

function crumbsOf({ config }: Site, { fields }: Incident): { label: string; path: string }[] {
  const { product, component } = fields;
  return [
    { label: 'Incidents', path: incidentsPath },
    { label: productName(config, product), path: facetPath('product', product) },
    ...(component
      ? [
          {
            label: componentName(config, product, component),
            path: facetPath('component', `${product}.${component}`),
          },
        ]
      : []),
  ];
}

function tagsOf({ config }: Site, { fields }: Incident): Tag[] {
  const { status, severity, side, fix } = fields;
  const { toResolve } = durations({ fields }, config.timezone);
  const took = status === 'resolved' && toResolve !== undefined;
  return [
    took
      ? { ...statusTags.resolved, text: `Resolved in ${durationText(toResolve)}` }
      : statusTags[status],
    ...(severity ? [severityTags[severity]] : []),
    ...(side ? [{ text: sideWords[side], tone: 'none' as const }] : []),
    ...(fix
      ? [
          fix.customer_solvable
            ? { text: 'Customers can solve it', tone: 'good' as const }
            : { text: 'Customers cannot solve it alone', tone: 'none' as const },
        ]
      : []),
  ];
}

import { proof } from '#derive/proof.ts';
import { componentName, productName, type Config } from '#model/config.ts';
import type { Incident, Site } from '#model/site.ts';
import { incidentsPath } from '../addresses.ts';
import { severityTags, sideWords, statusTags } from '../words.ts';
import { proofWords } from './incident-words.ts';

/** What incidents can be narrowed down by. */
export const facetNames = [
  'product',
  'component',
  'status',
  'severity',
  'side',
  'proof',
  'year',
] as const;
export type FacetName = (typeof facetNames)[number];

export const facetLabels: Record<FacetName, string> = {
  product: 'Product',
  component: 'Component',
  status: 'Status',
  severity: 'Severity',
  side: 'Side',
  proof: 'Proof of the fix',
  year: 'Year',
};

/** The value of an incident for each facet; a component is named with its product. */
export function facetValues(incident: Incident): Partial<Record<FacetName, string>> {
  const { product, component, status, severity, side, opened } = incident.fields;
  return {
    product,
    component: component && `${product}.${component}`,
    status,
    severity,
    side,
    proof: proof(incident).kind,
    year: opened.slice(0, 4),
  };
}

/** A value as readers say it. */
export function facetText({ config }: Site, facet: FacetName, value: string): string {
  switch (facet) {
    case 'product':
      return productName(config, value);
    case 'component':
      return componentText(config, value);
    case 'status':
      return statusTags[value as keyof typeof statusTags].text;
    case 'severity':
      return severityTags[value as keyof typeof severityTags].text;
    case 'side':
      return sideWords[value as keyof typeof sideWords];
    case 'proof':
      return proofWords[value as keyof typeof proofWords];
    case 'year':
      return value;
  }
}

/** With its product where components of several products have the same name. */
function componentText(config: Config, value: string): string {
  const [product = '', component = ''] = value.split('.');
  const name = componentName(config, product, component);
  const isShared = config.products.some(
    ({ id, components = [] }) => id !== product && components.some((one) => one.name === name),
  );
  return isShared ? `${name}, ${productName(config, product)}` : name;
}

/** The page that lists the incidents with one value, which works without a script. */
export function facetPath(facet: FacetName, value: string): string {
  return `${incidentsPath}by/${facet}/${value}/`;
}

export interface FacetGroup {
  name: FacetName;
  label: string;
  values: { value: string; text: string; count: number; path: string }[];
}

/** The values that occur, most frequent first; closed sets and years keep their own order. */
export function facetGroups(site: Site): FacetGroup[] {
  const counts = new Map<FacetName, Map<string, number>>(
    facetNames.map((name) => [name, new Map<string, number>()]),
  );
  for (const incident of site.incidents) {
    for (const [name, value] of Object.entries(facetValues(incident))) {
      const values = counts.get(name as FacetName);
      if (value && values) values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return facetNames.flatMap((name) => {
    const values = [...(counts.get(name) ?? [])].map(([value, count]) => ({
      value,
      text: facetText(site, name, value),
      count,
      path: facetPath(name, value),
    }));
    values.sort(orderOf(name));
    return values.length > 0 ? [{ name, label: facetLabels[name], values }] : [];
  });
}

type Value = FacetGroup['values'][number];

const fixedOrders: Partial<Record<FacetName, readonly string[]>> = {
  status: Object.keys(statusTags),
  severity: Object.keys(severityTags),
  proof: Object.keys(proofWords),
};

function orderOf(name: FacetName): (a: Value, b: Value) => number {
  const fixed = fixedOrders[name];
  if (fixed) return (a, b) => fixed.indexOf(a.value) - fixed.indexOf(b.value);
  if (name === 'year') return (a, b) => Number(b.value) - Number(a.value);
  return (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1);
}

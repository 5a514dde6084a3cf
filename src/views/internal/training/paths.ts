/* Where the pages of the training are, below the base of the internal site. */

export const trainingPath = 'training/';
export const coveragePath = `${trainingPath}coverage/`;

export function drillPath(incident: string): string {
  return `${trainingPath}${incident}/`;
}

/** The same drill for somebody who leads a group through it. */
export function groupPath(incident: string): string {
  return `${drillPath(incident)}group/`;
}

/** The drills of one product. */
export function productTrainingPath(product: string): string {
  return `${trainingPath}by/product/${product}/`;
}

/** All drills in the order of their list, for a script. */
export const drillTablePath = 'api/drill-table.json';

/** What was tried to make something internal show in public, and what came of it. */
export interface Certificate {
  /** The name of the public site. */
  site: string;
  records: { public: number; internal: number };
  /** How many variants went through page models and index documents. */
  variants: number;
  /** A digest of what public pages are made from. */
  projection: string;
  interference?: { variant: number; changes: string[]; differs: string[] };
  /** Left out if no site was built. */
  builds?: {
    built: number;
    /** A digest of the public tree. */
    tree: string;
    found?: { words: string; changes: string[]; paths: string[] };
  };
}

export function isProven({ interference, builds }: Certificate): boolean {
  return !interference && !builds?.found;
}

/** The certificate for people. It names what differs, and nothing that is internal. */
export function certificateText(certificate: Certificate): string {
  const { site, records, variants, projection, interference, builds } = certificate;
  const verdict = isProven(certificate)
    ? 'Nothing that is not promoted changes the public site.'
    : 'NOT PROVEN: something that is not promoted changes the public site.';
  const lines = [
    `${site}: ${verdict}`,
    '',
    row('records', `${records.public} public, ${records.internal} internal`),
    row(
      'non-interference',
      interference
        ? `variant ${interference.variant} differs in: ${interference.differs.join(', ')}`
        : `${variants} variants through page models and index documents: one output`,
    ),
    ...listed(interference?.changes),
    row('projection', `sha256 ${projection}`),
    ...(builds ? buildRows(builds) : [row('whole builds', 'none were made (--quick)')]),
  ];
  return `${lines.join('\n')}\n`;
}

function buildRows({ built, tree, found }: NonNullable<Certificate['builds']>): string[] {
  if (!found) {
    return [
      row('whole builds', `${built} in other folders, zones, languages, at other times: one tree`),
      row('public tree', `sha256 ${tree}`),
    ];
  }
  const more =
    found.paths.length > shownPaths ? [`and ${found.paths.length - shownPaths} more`] : [];
  return [
    row('whole builds', `build ${built} differs: ${found.words}`),
    ...listed(found.changes),
    row('differ', [...found.paths.slice(0, shownPaths), ...more].join(', ')),
  ];
}

const shownPaths = 10;

function listed(changes: readonly string[] = []): string[] {
  return changes.map((change) => row('', change));
}

function row(name: string, text: string): string {
  return `  ${name.padEnd(18)}${text}`;
}

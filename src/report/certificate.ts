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
  /** Texts of the reference build that come neither from public records nor from templates. */
  closedWorld?: {
    files: number;
    texts: number;
    strangers: { file: string; where: string; word: string }[];
  };
  /** Files that the process opened which renders the public pages; left out if it could not be traced. */
  separation?: { opened: number; internal: string[]; openedElsewhere: number };
}

export function isProven(certificate: Certificate): boolean {
  const { interference, builds, closedWorld, separation } = certificate;
  const strangers = closedWorld?.strangers.length ?? 0;
  return !interference && !builds?.found && strangers + (separation?.internal.length ?? 0) === 0;
}

/** The certificate for people. It names what differs, and nothing that is internal. */
export function certificateText(certificate: Certificate): string {
  const { site, records, variants, projection, interference, builds } = certificate;
  const verdict = isProven(certificate)
    ? 'Nothing that is not promoted changes the public site.'
    : 'NOT PROVEN: something that is not promoted shows in the public site, or could.';
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
    ...closedWorldRows(certificate.closedWorld),
    ...(builds ? separationRows(certificate.separation) : []),
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

function closedWorldRows(found: Certificate['closedWorld']): string[] {
  if (!found) return [];
  const { files, texts, strangers } = found;
  const shown = strangers.slice(0, shownPaths).map((one) => `${one.file}: ${one.where}`);
  return strangers.length === 0
    ? [
        row(
          'closed world',
          `${texts} texts of ${files} files: all from public records or templates`,
        ),
      ]
    : [row('closed world', `${strangers.length} words from elsewhere`), ...listed(shown)];
}

function separationRows(found: Certificate['separation']): string[] {
  if (!found) return [row('separation', 'not traced: that takes Linux with strace')];
  const { opened, internal } = found;
  return internal.length === 0
    ? [row('separation', `${opened} files opened by the public renderer: none of incidents/`)]
    : [row('separation', 'the public renderer opened internal files'), ...listed(internal)];
}

const shownPaths = 10;

function listed(changes: readonly string[] = []): string[] {
  return changes.map((change) => row('', change));
}

function row(name: string, text: string): string {
  return `  ${name.padEnd(18)}${text}`;
}

/** What a section of a support article is for. */
export type Role =
  'symptoms' | 'versions' | 'cause' | 'steps' | 'workaround' | 'check' | 'otherwise' | 'related';

/**
 * How each role is headed here; a role without a heading keeps that of the source. The page of an
 * article heads its `symptoms` itself.
 */
export const canonicalHeadings: Readonly<Partial<Record<Role, string>>> = {
  steps: 'Steps',
  workaround: 'Workaround',
  check: 'Check that it worked',
  otherwise: 'If it did not help',
  cause: 'Why it happens',
};

/** The spellings of headings, in lower case, without marks and colons: the one table of them. */
const spellings: Readonly<Record<Role, readonly string[]>> = {
  symptoms: [
    ...['issue', 'issues', 'issue description', 'the issue', 'problem', 'problems', 'the problem'],
    ...['problem description', 'problem statement', 'symptom', 'symptoms', 'error', 'errors'],
    ...['error message', 'error messages', 'what happens', 'you may be seeing', 'you see'],
  ],
  versions: [
    ...['affected products and versions', 'affected versions and products', 'affected versions'],
    ...['affected product and versions', 'affected products', 'affected product and version'],
    ...['affected editions and versions', 'versions affected', 'products affected', 'applies to'],
    ...['environment', 'environments', 'product and version', 'products and versions', 'versions'],
  ],
  cause: [
    ...['cause', 'causes', 'root cause', 'the cause', 'reason', 'reasons', 'why it happens'],
    ...['why this happens', 'possible cause', 'possible causes', 'explanation'],
  ],
  steps: [
    ...['solution', 'solutions', 'the solution', 'resolution', 'resolutions', 'resolve', 'fix'],
    ...['fixes', 'the fix', 'steps', 'procedure', 'instructions', 'how to fix', 'how to fix it'],
    ...['how to solve', 'how to resolve', 'how to resolve it', 'possible solution', 'remedy'],
    ...['possible solutions', 'recommended solution', 'resolution steps', 'steps to resolve'],
    ...['steps to fix', 'answer', 'mitigation'],
  ],
  workaround: ['workaround', 'workarounds', 'temporary workaround', 'temporary solution'],
  check: [
    ...['verification', 'verify', 'validation', 'verify the solution', 'verify the fix'],
    ...['check that it worked', 'how to verify', 'confirm the fix'],
  ],
  otherwise: [
    ...['if it did not help', 'still need help', 'i still need help', 'need more help'],
    ...['if the problem persists', 'if the issue persists', 'contact support', 'escalation'],
  ],
  related: [
    ...['related reading', 'related readings', 'related documentation', 'related articles'],
    ...['related information', 'related links', 'related topics', 'related content', 'see also'],
    ...['more information', 'additional information', 'additional resources', 'useful links'],
    ...['further reading', 'references', 'resources', 'learn more', 'related resources'],
    'related reading in our support knowledge base',
    'related readings in our support knowledge base',
    'related readings in our developer documentation',
  ],
};

const roles: ReadonlyMap<string, Role> = new Map(
  (Object.entries(spellings) as [Role, readonly string[]][]).flatMap(([role, headings]) =>
    headings.map((heading) => [heading, role] as const),
  ),
);

/** The role of a heading, however it is capitalised, marked, or ended with a colon. */
export function roleOf(heading: string): Role | undefined {
  const plain = heading
    .toLowerCase()
    .replaceAll(/[*_`:!?]|\{#[^}]*\}/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return roles.get(plain);
}

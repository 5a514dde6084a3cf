import type { Code } from '#diagnostics/catalogue.ts';
import type { SeverityLevel } from '#diagnostics/diagnostic.ts';
import { longSentence, type Guide } from '#markdown/guide.ts';
import type { Article } from '#model/site.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * An article leads somewhere: numbered steps, what one should see after each, how to check that it
 * worked, and a way on. It blames nobody, and what customers are to do is said in plain words. Its words
 * are judged in English only. Archived articles guide nobody any more; an imported one is asked to guide
 * from its first review on, and then with notes, not warnings.
 */
export const articleGuide: Rule = function* ({ site, guides }) {
  const isEnglish = /^en\b/i.test(site.config.language);
  for (const article of site.articles) {
    const guide = guides.get(article.file);
    if (!guide) continue;
    yield* toFill(article, guide);
    if (!isEnglish) continue;
    yield* guiding(article, guide);
    yield* wording(article, guide);
  }
};

/** Whoever publishes an article has filled its places; until then they are a list of what to do. */
function* toFill(record: Article, { toFill: places }: Guide): Generator<Finding> {
  const { state, title, symptoms = [], errors = [] } = record.fields;
  const severity = ({ draft: 'info', validated: 'warning' } as const)[state as 'draft'] ?? 'error';
  const fields = [
    { at: ['title'], text: title },
    ...symptoms.map((text, index) => ({ at: ['symptoms', index], text })),
    ...errors.map((text, index) => ({ at: ['errors', index], text })),
  ].filter(({ text }) => /\bTODO:/.test(text));
  for (const at of [...fields.map((field) => field.at), ...places]) {
    yield {
      code: 'place-to-fill',
      severity,
      record,
      at,
      message: 'This place says TODO: what belongs here is not written yet.',
      hint: 'Write what the reader needs, or take the sentence out.',
    };
  }
}

function* guiding(record: Article, guide: Guide): Generator<Finding> {
  const { type } = record.fields;
  if (type === 'postmortem' || type === 'reference' || !guide.hasText) return;
  const { steps, headings } = guide;
  const found = finder(record);
  if (steps.length === 0) {
    if (type !== 'known_issue' && !guide.hasChecklist) yield found('steps-missing');
    return;
  }
  const [first, ...others] = steps.filter(({ hasResult }) => !hasResult);
  if (first) {
    const one = found('step-without-result');
    const message = `${others.length + 1} of ${steps.length} steps do not say what one should see after them; this is the first.`;
    yield { ...one, at: first.range, ...(others.length > 0 && { message }) };
  }
  const has = (pattern: RegExp) => headings.some((heading) => pattern.test(heading));
  if (
    !has(
      /\b(?:check|verif\w+|confirm\w*|test|worked|works|done|fixed|solved|success\w*|make sure)\b/i,
    )
  )
    yield found('check-missing');
  if (!has(wayOn)) yield found('way-on-missing');
}

const wayOn =
  /\b(?:if (?:it|this|that|you|nothing|none|the)|not help|not work|n['’]t (?:help|work)|not solved|still|persists?|remains?|trouble|questions|otherwise|contact|escalat\w+|workaround|support|help|next|instead)\b/i;

function* wording(record: Article, guide: Guide): Generator<Finding> {
  const found = finder(record);
  for (const at of guide.blame) yield { ...found('blame'), at };
  if (record.fields.who !== 'customer') return;
  for (const { range, words } of guide.longSentences) {
    const message = `A sentence of ${words} words; more than ${longSentence} are hard to follow.`;
    yield { ...found('long-sentence'), at: range, message };
  }
  const shown = [record.fields.title, ...(record.fields.errors ?? [])].join(' ');
  for (const { range, name } of guide.abbreviations) {
    if (new RegExp(`\\b${name}\\b`).test(shown)) continue; // customers see it on their screen
    const message = `Not every customer knows what ${name} means.`;
    yield { ...found('unexplained-abbreviation'), at: range, message };
  }
}

const texts = {
  'steps-missing': {
    message: 'The article has no numbered steps.',
    hint: 'Write what to do as a list with 1., 2., 3. below "## Steps", or give the article another `type`.',
  },
  'step-without-result': {
    message: 'The step does not say what one should see after it.',
    hint: 'Add a line to it that begins with "You should see:".',
  },
  'check-missing': {
    message: 'No heading says how to check that it worked.',
    hint: 'Add "## Check that it worked", with what one does and sees.',
  },
  'way-on-missing': {
    message: 'No heading says what to do if it did not help.',
    hint: 'Add "## If it did not help", with another way or whom to ask.',
  },
  blame: {
    message: 'These words say whose fault it was.',
    hint: 'Say what happened and what helps: who is blamed writes no records.',
  },
  'long-sentence': { message: '', hint: 'Make two of it.' },
  'unexplained-abbreviation': {
    message: '',
    hint: 'Explain it in brackets where it stands first, or use words.',
  },
} satisfies Partial<Record<Code, Pick<Finding, 'message' | 'hint'>>>;

/** Findings of one article; without a place they stand at its type, which is why they are asked for. */
function finder(record: Article) {
  const { state, imported } = record.fields;
  const isEarly = state === 'draft' || imported !== undefined;
  return (code: keyof typeof texts): Finding => {
    const severity: SeverityLevel | undefined = isEarly ? 'info' : undefined;
    return { code, record, at: ['type'], ...(severity && { severity }), ...texts[code] };
  };
}

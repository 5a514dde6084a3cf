import { htmlAsMarkdown } from '#markdown/html-as-markdown.ts';
import type { PublicIntake, PublicSite } from '#model/public-site.ts';
import { githubFormSchema, type FormElement, type GithubForm } from './github-form-schema.ts';
import { quotedYaml } from './record-text.ts';

/** A form that GitHub shows, as the text of its file, or why it would not show it. */
export type WrittenForm = { text: string } | { problems: string[] };

/**
 * The issue form of an intake. The heading of an answer in the issue is the label of its question, so that
 * answers find their questions again.
 */
export function githubForm(
  site: PublicSite,
  intake: PublicIntake,
  labels: readonly string[] = [],
): WrittenForm {
  const form: GithubForm = {
    name: inLine(intake.product.name),
    description: inLine(intake.title),
    ...(labels.length > 0 && { labels: [...labels] }),
    body: [
      ...markdown(htmlAsMarkdown(intake.html, (href) => fullOf(site, href))),
      ...checksOf(site, intake),
      ...intake.ask.map(questionElement),
      ...markdown(nextText(intake)),
    ],
  };
  const { success, error } = githubFormSchema.safeParse(form);
  if (!success) {
    return { problems: error.issues.map((issue) => problemText(intake, form, issue)) };
  }
  return { text: quotedYaml(form as Parameters<typeof quotedYaml>[0]) };
}

function markdown(value: string): FormElement[] {
  const printed = value.replaceAll(unprintable, ' ').trim();
  return printed === '' ? [] : [{ type: 'markdown', attributes: { value: `${printed}\n` } }];
}

function checksOf(site: PublicSite, { before, ask }: PublicIntake): FormElement[] {
  const labels = before.map(({ check, why, href }) => {
    const address = href && fullOf(site, href);
    const parts = [plain(check), why && plain(why), address && `[What helps](${address})`];
    return parts.filter(Boolean).join(' ');
  });
  if (labels.length === 0) return [];
  const ids = new Set(ask.map(({ id }) => id));
  let id = 'checked-before';
  while (ids.has(id)) id += '-too';
  const options = [...new Set(labels)].map((label) => ({ label }));
  return [{ type: 'checkboxes', id, attributes: { label: checkedLabel, options } }];
}

const checkedLabel = 'What have you checked already?';

function questionElement(question: PublicIntake['ask'][number]): FormElement {
  const { id, kind, why, command, required } = question;
  const label = inLine(question.label);
  const says = [
    why && plain(why),
    kind === 'command' && command && `Type ${code(command)} and paste what it prints.`,
    kind === 'file' && 'Drag the file into the field.',
  ].filter((part) => typeof part === 'string' && part !== '');
  const attributes = { label, ...(says.length > 0 && { description: says.join(' ') }) };
  const validations = required ? { validations: { required } } : {};
  switch (kind) {
    case 'choice':
      return dropdown(question, attributes);
    case 'text':
      return { type: 'input', id, attributes, ...validations };
    case 'date':
      return {
        type: 'input',
        id,
        attributes: { ...attributes, placeholder: 'YYYY-MM-DD' },
        ...validations,
      };
    case 'command':
      return {
        type: 'textarea',
        id,
        attributes: { ...attributes, render: 'text' },
        ...validations,
      };
    case 'file':
    case 'long_text':
      return { type: 'textarea', id, attributes, ...validations };
  }
}

/** GitHub offers "None" itself, of each choice that is not required. */
function dropdown(
  { id, options = [], required }: PublicIntake['ask'][number],
  attributes: { label: string; description?: string },
): FormElement {
  const given = [...new Set(options.map(inLine))];
  const others = given.filter((one) => one.toLowerCase() !== 'none');
  const isRequired = required && others.length === given.length;
  return {
    type: 'dropdown',
    id,
    attributes: { ...attributes, options: others },
    ...(isRequired && { validations: { required: true } }),
  };
}

function nextText({ next }: PublicIntake): string {
  const items = next.map(({ what, within }) => `- ${plain(within ? `${what}: ${within}` : what)}`);
  return items.length > 0 ? `### What happens next\n\n${items.join('\n')}` : '';
}

/** Undefined where the address of the site is not configured: a path leads nowhere on GitHub. */
function fullOf({ address }: PublicSite, href: string): string | undefined {
  if (!href.startsWith('/')) return href;
  return address && URL.canParse(address) ? new URL(address).origin + href : undefined;
}

function problemText(
  { ask }: PublicIntake,
  form: GithubForm,
  { path, message }: { path: PropertyKey[]; message: string },
): string {
  const [, index, , attribute] = path;
  const element = typeof index === 'number' ? form.body[index] : undefined;
  const question = element && 'id' in element && ask.find(({ id }) => id === element.id);
  if (!question) return `${path.map(String).join('.')}: ${message}.`;
  return `question ${question.id}: its ${String(attribute ?? 'form')} ${message}. Reword it in the intake.`;
}

// eslint-disable-next-line no-control-regex -- readers of YAML refuse them or take them for ends of lines
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g;

function inLine(text: string): string {
  return text.replaceAll(unprintable, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** Text in which nothing means anything in Markdown, in one line. */
function plain(text: string): string {
  return inLine(text).replaceAll(/[\\`*_{}[\]<>#|~&@]/g, String.raw`\$&`);
}

function code(text: string): string {
  const line = inLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

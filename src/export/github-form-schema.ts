import * as z from 'zod';

/*
 * What GitHub documents of issue forms ("Syntax for issue forms", "Syntax for GitHub's form schema" and
 * "Common validation errors when creating issue forms"). It shows no form that breaks one of these rules, and
 * tells nobody.
 */

const text = z.string().regex(/\S/, 'must not be empty');
const list = z.union([text, z.array(text)]);
const validations = z.strictObject({ required: z.boolean().optional() }).optional();
const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/, 'may hold letters, digits, - and _ alone')
  .optional();

/** GitHub names one such word and keeps the others to itself; these ask for the same. */
const secretWord = /passw(?:or)?d|passphrase|credential|\bsecret\b|api[ _-]?key|access[ _-]?token/i;

const asked = { label: text, description: text.optional() };
const field = {
  ...asked,
  label: text.refine((label) => !secretWord.test(label), 'asks for a secret, which GitHub refuses'),
  placeholder: text.optional(),
  value: text.optional(),
};

const option = text.refine(
  (one) => one.trim().toLowerCase() !== 'none',
  'is "None", which GitHub adds itself',
);

const element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: text }) }),
  z.strictObject({
    ...{ type: z.literal('textarea'), id, validations },
    attributes: z.strictObject({ ...field, render: text.optional() }),
  }),
  z.strictObject({
    ...{ type: z.literal('input'), id, validations },
    attributes: z.strictObject(field),
  }),
  z.strictObject({
    ...{ type: z.literal('dropdown'), id, validations },
    attributes: z.strictObject({
      ...asked,
      multiple: z.boolean().optional(),
      options: z
        .array(option)
        .min(1, 'must not be empty')
        .refine(areDistinct, 'must differ from each other'),
      default: z.int().nonnegative().optional(),
    }),
  }),
  z.strictObject({
    ...{ type: z.literal('checkboxes'), id, validations },
    attributes: z.strictObject({
      ...asked,
      options: z
        .array(z.strictObject({ label: text, required: z.boolean().optional() }))
        .min(1)
        .refine((all) => areDistinct(all.map(({ label }) => label)), 'must differ from each other'),
    }),
  }),
  z.strictObject({
    ...{ type: z.literal('upload'), id },
    attributes: z.strictObject(asked),
    validations: z
      .strictObject({ required: z.boolean().optional(), accept: text.optional() })
      .optional(),
  }),
]);

const body = z
  .array(element)
  .min(1)
  .refine((all) => all.some(({ type }) => type !== 'markdown'), 'has to ask for something')
  .refine((all) => areDistinct(all.flatMap(idOf)), 'has two elements with the same id')
  .refine((all) => areDistinct(all.flatMap(referenceOf)), 'has two labels that are too similar');

export const githubFormSchema = z.strictObject({
  name: text,
  description: text,
  title: text.optional(),
  labels: list.optional(),
  assignees: list.optional(),
  projects: list.optional(),
  type: text.optional(),
  body,
});

export type GithubForm = z.output<typeof githubFormSchema>;
export type FormElement = z.output<typeof element>;

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts.map((one) => one.trim())).size === texts.length;
}

function idOf(element: FormElement): string[] {
  return element.type === 'markdown' || !element.id ? [] : [element.id];
}

/** An element without an id is referred to by its label, of which letters and digits count. */
function referenceOf(element: FormElement): string[] {
  if (element.type === 'markdown') return [];
  const made = element.attributes.label
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return [element.id ?? made];
}

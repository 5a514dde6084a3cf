import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { allow } from './allow.ts';
import { besidePath, duration, emailAddress, id, text, webAddress } from './scalars.ts';

const component = z
  .strictObject({
    id: id.describe('The id that records use.'),
    name: text.describe('The name that readers see.'),
  })
  .describe('A part of a product.');

const product = z
  .strictObject({
    id: id.describe('The id that records use.'),
    name: text.describe('The name that readers see.'),
    components: z.array(component).optional().describe('The parts of the product.'),
    versions: z.array(text).optional().describe('The versions in use, oldest first.'),
  })
  .describe('A product that people have problems with.');

const timezone = text
  .check(({ value, issues }) => {
    if (!isTimeZone(value)) {
      issues.push({ code: 'custom', input: value, params: { code: 'wrong-value' } });
    }
  })
  .meta({ scalar: 'text', expected: 'a time zone such as Europe/Vienna or UTC' });

const language = text
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .meta({ scalar: 'text', expected: 'a language tag such as en or de-AT' });

const accent = text
  .regex(/^#[0-9a-f]{6}$/i)
  .meta({ scalar: 'text', expected: 'a colour such as #0b5a63' });

const pattern = text
  .check(({ value, issues }) => {
    if (!isRegularExpression(value)) {
      issues.push({ code: 'custom', input: value, params: { code: 'wrong-value' } });
    }
  })
  .meta({ scalar: 'text', expected: 'a regular expression such as ZD-[0-9]+' });

const perAudience = <Schema extends z.ZodType>(value: Schema, what: string) =>
  z.strictObject({
    public: value.optional().describe(`${what} of the public site.`),
    internal: value.optional().describe(`${what} of the internal site.`),
  });

export const configSchema = z.strictObject({
  organization: text.optional().describe('Whose knowledge base this is.'),
  name: perAudience(text, 'The name').optional().describe('The names of the two sites.'),
  base_url: perAudience(webAddress, 'The address')
    .optional()
    .describe('Where the two sites will be reached; a path in it becomes their base.'),
  timezone: timezone.optional().describe('The zone of times written without one. Default: UTC.'),
  language: language.optional().describe('The language of the records. Default: en.'),
  products: z.array(product).min(1).describe('The products that records name.'),
  contact: z
    .strictObject({
      email: emailAddress.optional().describe('Where customers write to.'),
      phone: text.optional().describe('Where customers call.'),
      url: webAddress.optional().describe('Where customers open a ticket.'),
    })
    .optional()
    .describe('How customers reach support.'),
  internal: z
    .strictObject({
      hosts: z.array(text).optional().describe('Host suffixes that must never be published.'),
      tickets: z.array(pattern).optional().describe('Patterns of ticket numbers.'),
      words: z.array(text).optional().describe('Words that must never be published.'),
    })
    .optional()
    .describe('What must never be published.'),
  allow: allow
    .optional()
    .describe('What looks like a leak anywhere in public and is meant to be public.'),
  search: z
    .strictObject({
      synonyms: z
        .array(z.array(text).min(2))
        .optional()
        .describe(
          'Groups of words that mean the same, each of up to four words: [2FA, two-factor login].',
        ),
    })
    .optional()
    .describe('What the search should know.'),
  review_every: duration.optional().describe('How long a review of an article holds: 180d.'),
  theme: z
    .strictObject({
      accent: accent.optional().describe('The accent colour, as #rrggbb.'),
      logo: besidePath.optional().describe('A PNG, JPEG or WebP beside the config.'),
      css: besidePath.optional().describe('A style sheet of your own beside the config.'),
    })
    .optional()
    .describe('The look of both sites.'),
  feedback: z
    .strictObject({
      email: emailAddress.optional().describe('The mailbox that takes feedback.'),
      url: webAddress
        .optional()
        .describe(
          'What takes feedback: an endpoint of the site itself, which is sent JSON, or the form of an issue tracker, which is opened filled in.',
        ),
    })
    .optional()
    .describe('Where searches that found no answer go, for readers who choose to send them.'),
  repository: z
    .strictObject({
      edit_url: webAddress.describe('What a record path is appended to, to edit it.'),
    })
    .optional()
    .describe('Where the records are kept, for edit links.'),
});

/** The configuration after the schema. */
export type ConfigFields = z.output<typeof configSchema>;
export type Product = ConfigFields['products'][number];

function isTimeZone(value: string): boolean {
  try {
    Temporal.PlainDateTime.from('2026-01-01T00:00').toZonedDateTime(value);
    return true;
  } catch {
    return false;
  }
}

function isRegularExpression(value: string): boolean {
  try {
    RegExp(value, 'u');
    return true;
  } catch {
    return false;
  }
}

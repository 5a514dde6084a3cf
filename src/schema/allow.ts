import * as z from 'zod';
import { oneOf, text } from './scalars.ts';

/** The rules about leaks, each of which may be told that something is meant to be public. */
export const leakRules = [
  'leaked-secret',
  'leaked-email',
  'leaked-phone',
  'leaked-ip-address',
  'leaked-host',
  'leaked-ticket',
  'leaked-word',
  'leaked-source',
] as const;

/** What looks like a leak and is meant to be public. Never published itself. */
export const allow = z.array(
  z
    .strictObject({
      rule: oneOf(...leakRules).describe('The rule that found it.'),
      text: text
        .optional()
        .describe(
          'What may be published; "@vendor.example" means every mailbox there. Default: all.',
        ),
      because: text.describe('Why it may be published.'),
    })
    .describe('Something that looks like a leak and is meant to be public.'),
);

export type LeakRule = (typeof leakRules)[number];
export type Allowed = z.output<typeof allow>[number];

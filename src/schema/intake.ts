import * as z from 'zod';
import { allow } from './allow.ts';
import { emailAddress, flag, id, oneOf, text, webAddress } from './scalars.ts';

const check = z
  .strictObject({
    check: text.describe('What to check first.'),
    why: text.optional().describe('Why it helps to know.'),
    article: id.optional().describe('The article that shows how.'),
  })
  .describe('A check to make before asking.');

const question = z
  .strictObject({
    id: id.describe('A short id of the question, unique in this intake.'),
    label: text.describe('The question, as it is asked.'),
    why: text.optional().describe('Why we ask.'),
    kind: oneOf('text', 'long_text', 'choice', 'date', 'file', 'command').describe(
      'How it is answered.',
    ),
    options: z.array(text).min(1).optional().describe('For a choice: what can be chosen.'),
    command: text
      .optional()
      .describe('For a command: what to type; the answer is what it printed.'),
    required: flag.optional().describe('true: the packet cannot be sent without an answer.'),
    field: text
      .optional()
      .describe('The incident field that the answer fills, such as goal or environment.browser.'),
  })
  .describe('A question that support needs the answer to.');

const next = z
  .strictObject({
    what: text.describe('What happens next.'),
    within: text.optional().describe('By when, in words: "within one working day".'),
  })
  .describe('What happens after the packet was sent.');

const send = z.strictObject({
  email: emailAddress.optional().describe('The mailbox that takes packets.'),
  url: webAddress.optional().describe('The address that takes packets.'),
});

export const intakeSchema = z.strictObject({
  title: text.describe('The heading of the page.'),
  product: id.describe('The id of a product in fixlore.config.yaml; also the file name.'),
  before: z.array(check).optional().describe('Checks to make before asking.'),
  ask: z.array(question).min(1).describe('What support needs to know.'),
  next: z.array(next).optional().describe('What happens next, and by when.'),
  send: send.optional().describe('Where the packet goes. Nothing is ever sent unasked.'),
  allow: allow.optional().describe('What looks like a leak here and is meant to be public.'),
});

/** An intake's front matter after the schema. */
export type IntakeFields = z.output<typeof intakeSchema>;

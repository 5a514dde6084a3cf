import * as z from 'zod';
import { id } from '#schema/scalars.ts';
import { longestAnswer, longestName, mostAnswers, mostFiles } from './limits.ts';

const file = z
  .strictObject({
    name: z.string().min(1).max(longestName).describe('What the file is called, without a folder.'),
    size: z.int().min(0).describe('How many bytes it has.'),
  })
  .describe('A file that the customer has. It travels on its own: a packet holds its name only.');

const answer = z
  .strictObject({
    id: id.describe('The id of the question in the intake.'),
    question: z.string().max(longestAnswer).describe('The question as it was asked.'),
    text: z.string().max(longestAnswer).optional().describe('The answer, as it was typed.'),
    files: z.array(file).max(mostFiles).optional().describe('The files that were named.'),
  })
  .describe('An answer. Questions without one are left out.');

const check = z
  .strictObject({
    check: z.string().max(longestAnswer).describe('The check as it was asked for.'),
    done: z.boolean().describe('Whether the customer says it was made.'),
  })
  .describe('A check to make before asking.');

export const packetSchema = z.strictObject({
  format: z.literal('fixlore-packet').describe('What this file is.'),
  version: z
    .literal(1, { error: 'this fixlore reads version 1 only; a newer one may read it' })
    .describe('Grows when a field goes away or changes its meaning.'),
  product: id.describe('The product whose intake was filled in.'),
  title: z.string().max(longestAnswer).describe('The heading of the intake.'),
  made: z.iso.datetime().describe('When it was made, by the clock of the customer.'),
  checks: z.array(check).max(mostAnswers).describe('The checks to make first.'),
  answers: z.array(answer).max(mostAnswers).describe('In the order of the questions.'),
  left_out: z.int().min(0).describe('How many secrets were found and left out.'),
});

/** What a customer has filled in: everything that support needs, in one file. */
export type Packet = z.output<typeof packetSchema>;
export type Answer = Packet['answers'][number];

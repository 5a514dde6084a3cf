import type * as z from 'zod';
import { articleSchema } from './article.ts';
import { configSchema } from './config.ts';
import { incidentSchema } from './incident.ts';
import { intakeSchema } from './intake.ts';

/** The files people write: three kinds of record, and the configuration. */
export const schemas = {
  incident: incidentSchema,
  article: articleSchema,
  intake: intakeSchema,
  config: configSchema,
} satisfies Record<string, z.ZodObject>;

export type FileKind = keyof typeof schemas;
export type RecordKind = Exclude<FileKind, 'config'>;

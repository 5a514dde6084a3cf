import { productName } from '#model/config.ts';
import { momentOf } from '#model/moment.ts';
import type { Incident, Site } from '#model/site.ts';
import { timeText, type TimeText } from '../../time-text.ts';
import { dayOf } from '../day.ts';

/**
 * What a drill is called before it is done: what the customer said, the product and the day. The title of
 * the incident often tells the answer, and so does its component.
 */
export interface DrillName {
  quote: string;
  product: string;
  opened: TimeText;
}

const longestQuote = 120;

export function drillName({ config }: Site, { fields }: Incident): DrillName {
  return {
    quote: cut(fields.symptoms[0] ?? '', longestQuote),
    product: productName(config, fields.product),
    opened: timeText(
      dayOf(momentOf(fields.opened, config.timezone).start, config.timezone),
      config,
    ),
  };
}

/** Cut after a word, with a sign that more was said. */
export function cut(text: string, length: number): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  const characters = [...line];
  if (characters.length <= length) return line;
  const start = characters.slice(0, length).join('');
  const space = start.lastIndexOf(' ');
  return `${start.slice(0, space > length / 2 ? space : undefined).replace(/[\s,.;:–-]+$/, '')}…`;
}

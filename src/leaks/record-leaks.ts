import type { ParsedRecord } from '#parse/record.ts';
import type { Leak } from './leak.ts';
import { publicTexts, type PublicText } from './public-texts.ts';
import { scan, withoutOverlaps } from './scan.ts';

/** A leak in a record, and in which of its texts. */
export interface RecordLeak extends Leak {
  at: PublicText['at'];
}

/** What a record for the public says that looks like a leak, whatever the configuration says. */
export async function recordLeaks(record: ParsedRecord): Promise<RecordLeak[]> {
  const { knownSecrets } = await import('./known-secrets.ts');
  const texts = publicTexts(record);
  const known = new Map<PublicText, Leak[]>();
  // Fields are short, and starting the rules takes longer than running them: one run for all.
  for (const text of texts)
    if (text.text.length > 15) known.set(text, await knownSecrets(text.text));
  return texts.flatMap((text) =>
    withoutOverlaps([...scan(text.text), ...(known.get(text) ?? [])]).map((leak) => ({
      ...leak,
      at: text.at,
    })),
  );
}

import { lookAlikes } from '#derive/look-alikes.ts';
import { incidentsById } from '#model/by-id.ts';
import type { Site } from '#model/site.ts';

/** Two incidents that look the same to a customer and were fixed differently. */
export interface LookAlikeData {
  incidents: [string, string];
  /** From 0 to 1, with three digits. */
  similarity: number;
  is_told_apart: boolean;
  /** What the records say, each with the record that says it; empty where nobody has. */
  tell_apart: { incident: string; text: string }[];
}

/** The most alike first. */
export function lookAlikesData(site: Site): LookAlikeData[] {
  const byId = incidentsById(site);
  return lookAlikes(site).map(({ incidents, similarity, isToldApart }) => {
    const told = (by: string, about: string) =>
      (byId.get(by)?.fields.unlike ?? [])
        .filter(({ incident }) => incident === about)
        .map(({ tell_apart }) => ({ incident: by, text: tell_apart }));
    const [first, second] = incidents;
    return {
      incidents,
      similarity: Math.round(similarity * 1000) / 1000,
      is_told_apart: isToldApart,
      tell_apart: [...told(first, second), ...told(second, first)],
    };
  });
}

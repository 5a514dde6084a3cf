import { tell } from '#derive/tell.ts';
import type { Incident, Site } from '#model/site.ts';
import { isPublic } from '#model/visibility.ts';
import { articlePath } from '../addresses.ts';
import { timeText } from '../time-text.ts';

/** Whom to tell that it is over, and a text to begin with. */
export interface TellView {
  tickets: string[];
  text: string;
}

/**
 * Undefined where nobody has to be told. The text holds what the customer said, and what was written for
 * customers: a workaround that they can do, articles that are public. Nothing else of the record goes in.
 */
export function tellView(site: Site, incident: Incident): TellView | undefined {
  const told = tell(site, incident);
  return told && { tickets: told.tickets, text: textFor(site, incident) };
}

function textFor(site: Site, incident: Incident): string {
  const { symptoms, resolution, resolved, workaround } = incident.fields;
  const day = resolved ? ` since ${timeText(resolved, site.config).text}` : '';
  const solved = resolution ? endings[resolution] : `That is solved${day}.`;
  const canDo = workaround?.customer_solvable ? `What you can do: ${workaround.summary}.` : '';
  return [
    'Hello,',
    `you told us: “${symptoms[0] ?? ''}”.`,
    solved.replaceAll('..', '.'),
    canDo.replaceAll('..', '.'),
    ...publicArticles(site, incident),
    'Does it work for you now? If not, answer here, and we go on.',
    site.config.organization,
  ]
    .filter(Boolean)
    .join('\n\n');
}

const endings: Record<NonNullable<Incident['fields']['resolution']>, string> = {
  went_away: 'It has not happened since, and we could not find out why it did.',
  worked_around: 'We found a way around it.',
  not_reproducible: 'We could not make it happen here.',
  duplicate: 'Others met it, too, and we follow it up there.',
  wont_fix: 'We will not change this.',
};

function publicArticles({ articles, config }: Site, incident: Incident): string[] {
  return articles
    .filter((article) => incident.articles.includes(article.id) && isPublic(article))
    .map(({ id, fields }) => {
      const address = config.address.public;
      const at = address ? `: ${address}/${articlePath(id)}` : '';
      return `More about it in our help, “${fields.title}”${at}`;
    });
}

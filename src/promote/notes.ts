import type { Draft } from './draft.ts';
import type { FactKind } from './internal-facts.ts';

/** What a person should know before publishing a draft. */
export function notesOn({ story, removed, versions, said }: Draft): string[] {
  return [
    ...(said
      ? [
          `The title is the incident's. Customers search in words like “${shortened(said)}”: say it as they do.`,
        ]
      : []),
    ...removedNote(removed),
    ...(versions.length > 0
      ? [
          `\`versions\` names where it was seen: ${versions.join(', ')}. Widen it if it applies to more.`,
        ]
      : []),
    ...(story.ways.length > 1
      ? [
          'Different things helped at different times: the later ones are steps for when it is still there.',
        ]
      : []),
    ...(story.mayAlsoNeed.length > 0
      ? [
          'The fix was not proven alone: what may also be needed is a step for when it is still there.',
        ]
      : []),
    ...(story.hasFailedAgain
      ? ['The fix did not work every time the problem was seen again.']
      : []),
  ];
}

function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89).toWellFormed()}…` : text;
}

export function removedNote(removed: readonly FactKind[]): string[] {
  if (removed.length === 0) return [];
  const places = removed.filter((kind) => kind !== 'customer');
  return [
    ...(removed.includes('customer')
      ? ['Where a text names the customer, "the customer" stands instead.']
      : []),
    ...(places.length > 0
      ? [
          `Internal facts stood in what was taken over (${places.join(', ')}): TODO stands in their place.`,
        ]
      : []),
  ];
}

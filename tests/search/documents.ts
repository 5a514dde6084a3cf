import type { SearchDocument } from '#search/document.ts';

/** A page as plain data: what is not said is empty. */
export function documentOf(
  name: string,
  title: string,
  given: Partial<Omit<SearchDocument, 'parts'>> & {
    symptoms?: string[];
    errors?: string[];
    body?: string;
  } = {},
): SearchDocument {
  const { symptoms = [], errors = [], body = '', ...fields } = given;
  return {
    url: `/articles/${name}/`,
    record: `article ${name}`,
    title,
    kind: 'Solution, Claims',
    facets: {},
    parts: [
      ...symptoms.map((text) => ({ field: 'symptoms' as const, text })),
      ...errors.map((text) => ({ field: 'errors' as const, text })),
    ],
    html: body,
    ...fields,
  };
}

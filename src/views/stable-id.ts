/**
 * What tells the things of this knowledge base from those of every other one, for readers that keep what
 * they have seen. Not the address: that may change, and then everything would look new.
 */
export function knowledgeBaseId({ organization }: { organization: string }): string {
  return encodeURIComponent(organization.replaceAll(/\p{Cs}/gu, '\uFFFD'));
}

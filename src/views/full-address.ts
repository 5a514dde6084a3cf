/** The full address of a page, in ASCII, if the site's own is known and is an address. */
export function fullAddress(site: string | undefined, path: string): string | undefined {
  const full = site && `${site}/${path}`;
  return full && URL.canParse(full) ? new URL(full).href : undefined;
}

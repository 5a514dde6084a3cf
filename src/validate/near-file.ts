/**
 * Where a missing file may be meant to be: one whose name differs in upper and lower case only, or
 * one of the same name elsewhere. Else how its path is read. The path as written is never quoted.
 */
export function nearFile(
  files: ReadonlyMap<string, unknown>,
  path: string,
  fromFile: string,
): string {
  const wanted = path.toLowerCase();
  const name = wanted.slice(wanted.lastIndexOf('/'));
  const known = [...files.keys()];
  const near =
    known.find((one) => one.toLowerCase() === wanted) ??
    known.find((one) => one.toLowerCase().endsWith(name));
  if (near) return `Did you mean \`${near}\`?`;
  const folder = fromFile.slice(0, fromFile.lastIndexOf('/') + 1);
  return `The path starts in the folder of the record, \`${folder}\`; upper and lower case count.`;
}

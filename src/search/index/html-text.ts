/** The text of HTML that this program wrote: blocks become lines, tags go, character references are read. */
export function textOfHtml(html: string): string {
  return html
    .replaceAll(/<\/(?:p|li|h[1-6]|pre|td|th|tr|dt|dd|blockquote|figcaption)>|<br ?\/?>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(
      /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos|nbsp));/gi,
      (_, hex, decimal, name) => {
        if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
        if (decimal) return String.fromCodePoint(Number(decimal));
        return named[String(name).toLowerCase()] ?? '';
      },
    );
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

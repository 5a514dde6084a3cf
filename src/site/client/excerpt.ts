import { element } from './elements.ts';

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};

/** An excerpt with its `<mark>`s as elements and everything else as text. */
export function excerptNodes(excerpt: string): Node[] {
  return excerpt.split(/<mark>|<\/mark>/).map((piece, index) => {
    const text = piece.replaceAll(
      /&(?:lt|gt|amp|quot|#39|#x27);/g,
      (name) => entities[name] ?? name,
    );
    return index % 2 === 1 ? element('mark', {}, text) : document.createTextNode(text);
  });
}

import type { Element, ElementContent } from 'hast';

/**
 * Sets what one should see after a step apart from the step: the line of a list item that starts with
 * "You should see:", up to the end of its paragraph, becomes a span of the class `see`.
 */
export function markExpectedResult(item: Element): void {
  for (const parent of [item, ...item.children.filter(isParagraph)]) {
    const at = parent.children.findIndex(startsResult);
    const text = parent.children[at];
    if (text?.type !== 'text') continue;
    const start = opening.exec(text.value)!.index;
    const before = text.value.slice(0, start).trimEnd();
    const end = parent.children.findIndex((child, index) => index > at && isBlock(child));
    const rest = parent.children.slice(at + 1, end === -1 ? undefined : end);
    const result: Element = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['see'] },
      children: [{ type: 'text', value: text.value.slice(start).trimStart() }, ...rest],
    };
    const kept: ElementContent[] = before ? [{ type: 'text', value: `${before}\n` }] : [];
    parent.children.splice(at, 1 + rest.length, ...kept, result);
  }
}

const opening = /(^|\n)\s*You should see:/;

function startsResult(child: ElementContent): boolean {
  return child.type === 'text' && opening.test(child.value);
}

function isParagraph(child: ElementContent): child is Element {
  return child.type === 'element' && child.tagName === 'p';
}

function isBlock(child: ElementContent): boolean {
  return (
    child.type === 'element' &&
    ['p', 'ul', 'ol', 'pre', 'blockquote', 'table'].includes(child.tagName)
  );
}

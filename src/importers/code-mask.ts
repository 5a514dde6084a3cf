import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** A character for private use stands for every character of code. */
const mask = '\ue000';

/**
 * Hides the code of a text, so that patterns find only what is none. What is made of the hidden text
 * must keep its masks and their order.
 */
export class CodeMask {
  readonly masked: string;
  readonly #hidden: string[] = [];

  constructor(text: string, tree: Root) {
    const ranges: [number, number][] = [];
    visit(tree, (node) => {
      if (node.type !== 'code' && node.type !== 'inlineCode') return;
      ranges.push([node.position!.start.offset!, node.position!.end.offset!]);
    });
    let masked = '';
    let position = 0;
    for (const [from, to] of ranges) {
      masked += this.#hide(text.slice(position, from), new RegExp(mask, 'g'));
      masked += this.#hide(text.slice(from, to), /[^\n]/g);
      position = to;
    }
    this.masked = masked + this.#hide(text.slice(position), new RegExp(mask, 'g'));
  }

  /** The text with what was hidden; a piece of it shows dots instead. */
  unmasked(text: string): string {
    const rest = this.isWhole(text) ? this.#hidden.values() : undefined;
    return text.replaceAll(mask, () => rest?.next().value ?? '.');
  }

  /** Whether a text has all that was hidden. */
  isWhole(text: string): boolean {
    return text.split(mask).length - 1 === this.#hidden.length;
  }

  #hide(text: string, pattern: RegExp): string {
    return text.replaceAll(pattern, (character) => {
      this.#hidden.push(character);
      return mask;
    });
  }
}

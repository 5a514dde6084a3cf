import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkitten';
import { unpackedFont } from './unpacked-font.ts';

/** The typeface of the pictures, laid out for the text layout and told by what it can write. */
export interface CardFonts {
  /** As the text layout calls it. */
  family: string;
  /** The file that tells the text layout which fonts there are, and that there are no others. */
  config: string;
  /** Changes with the typeface. */
  digest: string;
  has: (character: string) => boolean;
}

const family = 'Source Serif 4 SemiBold';
const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'];

/**
 * Writes the typeface into a folder. Only it is used, never a font of the machine, so that the same
 * title gives the same picture everywhere.
 */
export function cardFonts(folder: string): CardFonts {
  mkdirSync(folder, { recursive: true });
  const packed = scripts.map((script) => readFileSync(fontFile(script)));
  for (const [index, woff] of packed.entries()) {
    writeFileSync(join(folder, `${scripts[index]}.ttf`), unpackedFont(woff));
  }
  const config = join(folder, 'fonts.conf');
  writeFileSync(config, configText(folder));
  const characters = new Set(
    packed.flatMap((woff) => {
      const font = create(woff);
      return font.isCollection ? [] : font.characterSet;
    }),
  );
  return {
    family,
    config,
    digest: hash('sha256', Buffer.concat(packed)),
    has: (character) => [...character].every((sign) => characters.has(sign.codePointAt(0)!)),
  };
}

function fontFile(script: string): URL {
  const home = import.meta.resolve('@fontsource/source-serif-4/package.json');
  return new URL(`files/source-serif-4-${script}-600-normal.woff`, home);
}

function configText(folder: string): string {
  const text = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${text}</dir><cachedir>${text}</cachedir></fontconfig>
`;
}

import type sharpLibrary from 'sharp';
import type { SocialCard } from '#views/public/social-cards.ts';
import type { CardFonts } from './card-fonts.ts';
import { shortened, writable } from './card-title.ts';

export type SharpLibrary = typeof sharpLibrary;

/** The size that every site takes. */
const width = 1200;
const height = 630;
const left = 84;
const edge = 18;
const paper: Colour = [0xfb, 0xfa, 0xf6];
const ink: Colour = [0x1f, 0x1d, 0x1a];
const quiet: Colour = [0x5b, 0x57, 0x4e];

/** So many steps from paper to ink are as good to the eye as all, and half as many bytes. */
const steps = 12;

/** The title gets smaller until it fits; then it is cut. */
const titleSizes = [72, 60, 50, 42];
const titleHeight = 360;
const longestTitle = 220;

/**
 * What draws cards as PNG: the title as large as it fits, above it the product, below it the site. The
 * lines that many cards share are set once.
 */
export function cardPainter(
  sharp: SharpLibrary,
  fonts: CardFonts,
): (card: SocialCard) => Promise<Buffer> {
  const writableText = (text: string) => writable(text, fonts.has);
  const typeIn =
    (language: string): Typesetter =>
    (text, size) =>
      textMask(sharp, { text, language, size, family: fonts.family });
  const lines = new Map<string, Promise<Mask>>();
  const line = (text: string, size: number, language: string) => {
    const key = `${size} ${language} ${text}`;
    const known = lines.get(key) ?? typeIn(language)(shortened(text, 60), size);
    lines.set(key, known);
    return known;
  };
  return async (card) => {
    const { language } = card;
    const [above, site] = [writableText(card.above), writableText(card.site)];
    const title = writableText(card.title) || above || site;
    const pixels = background(card.accent);
    if (title)
      paint(pixels, { mask: await titleMask(title, typeIn(language)), colour: ink, top: 176 });
    if (above && above !== title) {
      paint(pixels, { mask: await line(above, 34, language), colour: quiet, top: 92 });
    }
    if (site && site !== title) {
      paint(pixels, { mask: await line(site, 30, language), colour: quiet, top: 538 });
    }
    const raw = { width, height, channels: 3 as const };
    return sharp(pixels, { raw }).png({ compressionLevel: 7 }).toBuffer();
  };
}

type Colour = readonly [red: number, green: number, blue: number];

/** Where a text covers what is below it, from 0 to 255 for each pixel. */
interface Mask {
  coverage: Buffer;
  width: number;
  height: number;
}

interface Layer {
  mask: Mask;
  colour: Colour;
  top: number;
}

type Typesetter = (text: string, size: number) => Promise<Mask>;

async function titleMask(title: string, type: Typesetter): Promise<Mask> {
  for (const size of titleSizes) {
    const mask = await type(title, size);
    if (mask.height <= titleHeight) return mask;
  }
  for (let most = longestTitle; ; most = Math.floor(most * 0.8)) {
    const mask = await type(shortened(title, most), titleSizes.at(-1)!);
    if (mask.height <= titleHeight) return mask;
  }
}

async function textMask(
  sharp: SharpLibrary,
  { text, language, size, family }: TextToSet,
): Promise<Mask> {
  const { data, info } = await sharp({
    text: {
      text: `<span lang="${escaped(language)}">${escaped(text)}</span>`,
      font: `${family}, ${size}`,
      width: width - 2 * left,
      wrap: 'word-char',
      spacing: Math.round(size * -0.08),
      dpi: 72,
    },
  })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { coverage: data, width: info.width, height: info.height };
}

interface TextToSet {
  text: string;
  language: string;
  size: number;
  family: string;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Warm paper, and at its edge the accent: three bytes for each pixel. */
function background(accent: string): Uint8Array {
  const row = new Uint8Array(width * 3);
  for (let x = 0; x < width; x += 1) row.set(x < edge ? colourOf(accent) : paper, x * 3);
  const pixels = new Uint8Array(row.length * height);
  for (let y = 0; y < height; y += 1) pixels.set(row, y * row.length);
  return pixels;
}

function colourOf(accent: string): Colour {
  const part = (at: number) => Number.parseInt(accent.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function paint(pixels: Uint8Array, { mask, colour, top }: Layer): void {
  const { coverage, width: across } = mask;
  const shades = Array.from({ length: steps + 1 }, (_, step) =>
    paper.map((from, part) => Math.round(from + ((colour[part]! - from) * step) / steps)),
  );
  // An iterator would leave half a million small objects behind for each card.
  for (let index = 0; index < coverage.length; index += 1) {
    const step = Math.round((coverage[index]! * steps) / 255);
    if (step === 0) continue;
    const at = ((top + Math.floor(index / across)) * width + left + (index % across)) * 3;
    const [red, green, blue] = shades[step]!;
    pixels[at] = red!;
    pixels[at + 1] = green!;
    pixels[at + 2] = blue!;
  }
}

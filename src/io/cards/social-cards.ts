import { hash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { SocialCard } from '#views/public/social-cards.ts';
import { codeDigest } from '../code-digest.ts';
import { EnvironmentError } from '../environment-error.ts';
import { replaceFile } from '../replace-file.ts';
import { cardFonts } from './card-fonts.ts';
import { cardPainter, type SharpLibrary } from './draw-card.ts';

/** Drawn cards, each with the file in the cache that holds it. */
export type DrawnCards = ReadonlyMap<SocialCard, string>;

/**
 * Draws cards into a cache folder, which afterwards holds these and no others. What is there already is
 * not drawn again: a file is found by a digest of all that its picture depends on, and believed if its
 * bytes have the digest that its name says.
 */
export async function drawSocialCards(
  cards: readonly SocialCard[],
  folder: string,
): Promise<DrawnCards> {
  if (cards.length === 0) {
    rmSync(folder, { recursive: true, force: true });
    return new Map();
  }
  const fonts = cardFonts(join(folder, 'fonts'));
  const sharp = await loadSharp(fonts.config);
  const version = [codeDigest(), fonts.digest, JSON.stringify(sharp.versions)].join('\n');
  const pictures = join(folder, 'pictures');
  const known = knownPictures(pictures);
  const drawn = new Map<SocialCard, string>();
  const paint = cardPainter(sharp, fonts);
  await eachAtOnce(cards, async (card) => {
    const { path: _, ...shown } = card;
    const key = hash('sha256', `${version}\n${JSON.stringify(shown)}`);
    const found = known.get(key);
    drawn.set(card, found ?? keep(pictures, key, await paint(card)));
  });
  const used = new Set(drawn.values());
  for (const file of known.values()) if (!used.has(file)) rmSync(file, { force: true });
  return drawn;
}

/** Puts the drawn cards to where they are served. */
export function copySocialCards(drawn: DrawnCards, outFolder: string): void {
  for (const [{ path }, file] of drawn) {
    const target = join(outFolder, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file, target);
  }
}

/** The text layout asks for its fonts once, when it is first used. */
async function loadSharp(fontConfig: string): Promise<SharpLibrary> {
  process.env['FONTCONFIG_FILE'] = fontConfig;
  try {
    return (await import('sharp')).default;
  } catch (error) {
    throw EnvironmentError.from(
      error,
      'The pictures for link previews cannot be drawn: install sharp again on this machine ("npm install")',
    );
  }
}

function knownPictures(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const found = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const [key = '', digest = ''] = name.replace(/\.png$/, '').split('-');
    if (digest === hash('sha256', readFileSync(file))) found.set(key, file);
    else rmSync(file, { force: true });
  }
  return found;
}

function keep(folder: string, key: string, picture: Buffer): string {
  const file = join(folder, `${key}-${hash('sha256', picture)}.png`);
  replaceFile(file, picture);
  return file;
}

/** As many at once as the machine has processors. */
async function eachAtOnce<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

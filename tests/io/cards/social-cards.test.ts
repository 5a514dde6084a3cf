import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { shortened, writable } from '#io/cards/card-title.ts';
import { copySocialCards, drawSocialCards } from '#io/cards/social-cards.ts';
import type { SocialCard } from '#views/public/social-cards.ts';
import { suiteFolder } from '../../suite-folder.ts';
import { treeOf } from '../../tree.ts';

const suite = suiteFolder();
const card = (title: string, more: Partial<SocialCard> = {}): SocialCard => ({
  path: `cards/${title.length}.png`,
  title,
  above: 'Claims portal',
  site: 'Acme Help',
  language: 'en',
  accent: '#0b5a63',
  ...more,
});

/** The cards of a folder of their own, as they are served. */
async function drawn(name: string, cards: SocialCard[]): Promise<string> {
  const out = join(suite, `${name}-out`);
  copySocialCards(await drawSocialCards(cards, join(suite, name)), out);
  return out;
}

describe('a card', () => {
  const titles = [
    'Short',
    'A title of several lines & signs <b>, which becomes smaller until all of it fits into its place '.repeat(
      2,
    ),
    'Donaudampfschifffahrtsgesellschaft'.repeat(30),
    'Ťažký prípad, Привет, Ελληνικά, Tiếng Việt 🙂',
    '領収書のページが白いままです',
    '',
  ];

  it('is a picture of the size that previews take, whatever the title', async () => {
    const cards = titles.map((title, index) => card(title, { path: `cards/${index}.png` }));
    const out = await drawn('sizes', cards);
    for (const { path } of cards) {
      const { format, width, height } = await sharp(join(out, path)).metadata();
      expect([format, width, height]).toEqual(['png', 1200, 630]);
    }
    // Each shows something else, also the one whose letters the typeface lacks: it names the product.
    expect(new Set(Object.values(treeOf(out))).size).toBe(titles.length - 1);
  });

  it('has its title in ink on paper, and the accent at its edge', async () => {
    const out = await drawn('ink', [card('Something', { accent: '#ff0000', path: 'a.png' })]);
    const { data } = await sharp(join(out, 'a.png')).raw().toBuffer({ resolveWithObject: true });
    const pixel = (x: number, y: number) => [
      ...data.subarray((y * 1200 + x) * 3, (y * 1200 + x) * 3 + 3),
    ];
    expect(pixel(5, 300)).toEqual([255, 0, 0]);
    expect(pixel(1190, 10)).toEqual([0xfb, 0xfa, 0xf6]);
    const isInked = (y: number) =>
      Array.from({ length: 600 }, (_, x) => pixel(84 + x, y)[0]!).some((red) => red < 0x30);
    expect([isInked(210), isInked(400)]).toEqual([true, false]);
  });
});

describe('where it is drawn', () => {
  const module = join(import.meta.dirname, '../../../src/io/cards/social-cards.ts');
  const drawnUnder = (locale: string, language: string) => {
    const name = `${locale}-${language}`;
    const cards = [card('Five offices find no first file', { language })];
    const code = `import { drawSocialCards, copySocialCards } from ${JSON.stringify(module)};
      const [cards, folder, out] = JSON.parse(process.argv[1]);
      copySocialCards(await drawSocialCards(cards, folder), out);`;
    const given = JSON.stringify([cards, join(suite, name), join(suite, `${name}-out`)]);
    execFileSync(process.execPath, ['--input-type=module', '--eval', code, given], {
      env: { ...process.env, LANG: locale, LC_ALL: locale },
    });
    return treeOf(join(suite, `${name}-out`));
  };

  it('does not matter, only the language of the site does', () => {
    const english = drawnUnder('C.UTF-8', 'en');
    expect(drawnUnder('tr_TR.UTF-8', 'en')).toEqual(english);
    expect(drawnUnder('C.UTF-8', 'tr')).not.toEqual(english);
  });
});

describe('the cache', () => {
  const [a, b, c] = [card('Aa'), card('Bbb'), card('Cccc')];

  it('holds what is needed and nothing else, and is not drawn again', async () => {
    const folder = join(suite, 'kept');
    const first = await drawSocialCards([a, b], folder);
    const second = await drawSocialCards([b, c], folder);
    expect(second.get(b)).toBe(first.get(b));
    expect(readdirSync(join(folder, 'pictures'))).toHaveLength(2);
    await drawSocialCards([], folder);
    expect(readdirSync(suite)).not.toContain('kept');
  });

  it('is not believed if a picture was damaged', async () => {
    const before = treeOf(await drawn('damaged', [a, b]));
    const folder = join(suite, 'damaged', 'pictures');
    for (const name of readdirSync(folder)) truncateSync(join(folder, name), 200);
    expect(treeOf(await drawn('damaged', [a, b]))).toEqual(before);
  });

  it('knows no address: an article that moves keeps its picture', async () => {
    const folder = join(suite, 'moved');
    const [file] = (await drawSocialCards([a], folder)).values();
    const [same] = (await drawSocialCards([{ ...a, path: 'cards/new.png' }], folder)).values();
    expect(same).toBe(file);
    expect(readFileSync(file!).length).toBeGreaterThan(1000);
  });
});

describe('what can be written', () => {
  const has = (text: string) => /^[a-z.]+$/.test(text);

  it.each([
    ['plain', 'plain'],
    ['smile 🙂 again', 'smile again'],
    ['漢字', ''],
    ['abcdefgh 漢', 'abcdefgh'],
    ['ab 漢字', ''],
  ])('%s', (text, wanted) => expect(writable(text, has)).toBe(wanted));

  it('is cut between two words, or between two letters of one', () => {
    expect(shortened('one two three', 9)).toBe('one two…');
    expect(shortened('oneverylongword', 5)).toBe('oneve…');
    expect(shortened('short', 5)).toBe('short');
  });
});

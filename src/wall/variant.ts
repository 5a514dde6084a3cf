import { recordText, yamlText } from '#export/record-text.ts';
import { configFile } from '#model/config.ts';
import { readYaml } from '#parse/yaml.ts';
import { addedArticle, addedIncident } from './added-records.ts';
import { Chance } from './chance.ts';
import { variedHeader } from './varied-header.ts';
import {
  sortedBase,
  type Header,
  type HeaderValue,
  type SortedBase,
  type WrittenBase,
} from './written-base.ts';

/**
 * A knowledge base that says the same to the public as another one, and something else in everything
 * nobody promoted.
 */
export interface Variant {
  files: Map<string, Uint8Array>;
  /** The moment at which it is read: milliseconds since 1970. */
  now: number;
  /** What was done to it, in words. */
  changes: string[];
}

/** Variant 0 is bare: everything internal is gone. All others are made by chance. */
export function variantOf(base: WrittenBase, index: number): Variant {
  const sorted = sortedBase(base);
  return index === 0 ? bareVariant(base, sorted) : new Variation(base, sorted, index).made();
}

const internalSettings = ['internal', 'review_every', 'repository'];
/** Fields of a public article that are never published. */
const internalFields = ['sources', 'source_digest', 'owner', 'review_every', 'imported'];

/** What is imported stays so, since less is asked of it; from where is another. */
function importedFrom(id: string): Header {
  return { imported: { from: 'elsewhere', id } };
}

function bareVariant(base: WrittenBase, { open }: SortedBase): Variant {
  const files = new Map(
    [...base].filter(([path]) => path.startsWith('kb/') && !path.endsWith('.md')),
  );
  for (const { file, record, header } of open) {
    const bare = {
      ...without(header, internalFields),
      ...('imported' in header && importedFrom('one')),
    };
    files.set(file, withHeader(bare, record.body));
  }
  files.set(
    configFile,
    configWith(base, (config) => without(config, internalSettings)),
  );
  return { files, now: 0, changes: ['everything internal removed'] };
}

class Variation {
  readonly #base: WrittenBase;
  readonly #sorted: SortedBase;
  readonly #chance: Chance;
  readonly #files: Map<string, Uint8Array>;
  readonly #changes: string[] = [];
  /** Former ids to new ones. */
  readonly #renamed = new Map<string, string>();

  constructor(base: WrittenBase, sorted: SortedBase, index: number) {
    this.#base = base;
    this.#sorted = sorted;
    this.#chance = new Chance(index);
    this.#files = new Map(base);
  }

  made(): Variant {
    const chance = this.#chance;
    this.#rename();
    this.#rewrite(chance.int(-900, 900));
    this.#add();
    this.#changeFiles();
    this.#changeOpenRecords();
    this.#changeConfig();
    const files = new Map(chance.shuffled([...this.#files]));
    this.#changes.push('files listed in another order', 'another clock');
    return { files, now: chance.int(0, 4_000_000) * 1_000_000, changes: this.#changes };
  }

  #rename(): void {
    const incidents = this.#sorted.closed.filter(({ record }) => record.kind === 'incident');
    for (const { file, record } of incidents) {
      if (!this.#chance.isLucky(0.3)) continue;
      // With the words that the old name had in common with its files left behind.
      this.#renamed.set(
        record.id,
        `${this.#chance.any(['0', 'zz-', '2031-'])}${this.#chance.canary()}`,
      );
      this.#files.delete(file);
    }
    if (this.#renamed.size > 0) this.#changes.push(`${this.#renamed.size} incidents renamed`);
  }

  #rewrite(days: number): void {
    const rewritten = this.#sorted.closed.filter(
      ({ record }) => this.#renamed.has(record.id) || this.#chance.isLucky(0.9),
    );
    for (const { file, record, header } of rewritten) {
      const varied = variedHeader(record.kind, header, this.#chance, days);
      // What it said stays, since others may link to a heading of it.
      const body = `${record.body.trimEnd()}\n\n${this.#chance.canaries(5, 40)}\n`;
      this.#put(this.#place(file, record.id), recordText(varied, body));
    }
    // Links between records follow the names.
    for (const [path, bytes] of this.#files) {
      if (path.endsWith('.md') && !this.#sorted.open.some(({ file }) => file === path)) {
        this.#put(path, this.#withNewIds(new TextDecoder().decode(bytes)));
      }
    }
    this.#changes.push(`${rewritten.length} internal records rewritten, ${days} days away`);
  }

  #place(file: string, id: string): string {
    const name = this.#renamed.get(id);
    return name ? `${file.slice(0, file.lastIndexOf('/'))}/${name}.md` : file;
  }

  #withNewIds(text: string): string {
    let renamed = text;
    for (const [former, id] of this.#renamed) {
      renamed = renamed.replaceAll(new RegExp(`(?<![a-z0-9-])${former}(?![a-z0-9-])`, 'g'), id);
    }
    return renamed;
  }

  /** Incidents and drafts, among them twins of what is public: of its name, its title, its words. */
  #add(): void {
    const chance = this.#chance;
    const count = chance.int(1, 12);
    const product = this.#sorted.open[0]?.record.fields.product ?? firstProduct(this.#base);
    for (let index = 0; index < count; index += 1) {
      const twin = this.#sorted.open.length > 0 ? chance.any(this.#sorted.open) : undefined;
      const like = twin && chance.isLucky(0.5) ? twin.header : {};
      const title = chance.isLucky(0.5)
        ? String(like['title'] ?? chance.canary())
        : chance.canaries(1, 5);
      const id =
        twin && chance.isLucky(0.4)
          ? twin.record.id
          : `${chance.any(['', '0-', 'zz-'])}${chance.canary()}`;
      const about = { title, product: String(like['product'] ?? product) };
      const isIncident = chance.isLucky(0.6) || id === twin?.record.id;
      const folder = `${chance.any(['', '0-'])}${chance.canary()}`;
      const [path, fields] = isIncident
        ? [`incidents/${id}.md`, { ...about, ...addedIncident(chance) }]
        : [`kb/${folder}/${id}-2.md`, { ...about, ...addedArticle(chance) }];
      this.#put(path, recordText(fields, chance.canaries(3, 30)));
    }
    this.#changes.push(`${count} records added`);
  }

  #changeFiles(): void {
    const own = this.#sorted.others.filter((path) => path.startsWith('incidents/'));
    const changed = own.filter(
      (path) => /\.(?:log|txt|csv)$/.test(path) && this.#chance.isLucky(0.6),
    );
    for (const path of changed) this.#put(path, this.#chance.canaries(5, 50));
    this.#put(
      `incidents/${this.#chance.canary()}/${this.#chance.canary()}.log`,
      this.#chance.canaries(1, 9),
    );
    this.#put(`kb/${this.#chance.canary()}.csv`, this.#chance.canaries(1, 9));
    this.#changes.push(`${changed.length + 2} files beside records changed or added`);
  }

  #changeOpenRecords(): void {
    const incidents = [...this.#files.keys()].filter(
      (path) => path.startsWith('incidents/') && path.endsWith('.md'),
    );
    for (const { file, record, header } of this.#sorted.open) {
      if (record.kind === 'intake') {
        this.#files.set(file, withHeader(otherAnswers(header, this.#chance), record.body));
      }
      if (record.kind !== 'article') continue;
      const wasImported = 'imported' in header || this.#chance.isLucky(0.2);
      const changed: Header = {
        ...without(header, [...internalFields, 'allow']),
        ...(wasImported && importedFrom(this.#chance.canary())),
      };
      const allow = otherAllow(header['allow'], this.#chance);
      if (allow.length > 0) changed['allow'] = allow;
      if (this.#chance.isLucky(0.7)) changed['owner'] = this.#chance.canary();
      if (this.#chance.isLucky(0.7)) changed['source_digest'] = this.#chance.canary();
      if (this.#chance.isLucky(0.5)) changed['review_every'] = `${this.#chance.int(1, 900)}d`;
      if (incidents.length > 0 && this.#chance.isLucky(0.7)) {
        changed['sources'] = [idAt(this.#chance.any(incidents))];
      }
      this.#files.set(file, withHeader(changed, record.body));
    }
    this.#changes.push('owners, sources, origins and reviews of public articles changed');
  }

  #changeConfig(): void {
    const chance = this.#chance;
    const change = (config: Header): Header => {
      const products = (config['products'] as Header[]).map((one) => withUnused(one, chance));
      const allow = otherAllow(config['allow'], chance);
      const addresses = (config['base_url'] ?? {}) as Header;
      const unused = { id: chance.canary(), name: chance.canaries(1, 3) };
      const names = config['name'] as Header | undefined;
      return {
        ...without(config, [...internalSettings, 'allow']),
        base_url: {
          ...addresses,
          internal: `https://${chance.canary()}.example/${chance.canary()}`,
        },
        ...(allow.length > 0 && { allow }),
        products: chance.isLucky(0.5) ? [unused, ...products] : [...products, unused],
        ...(names && { name: { ...names, internal: chance.canaries(1, 3) } }),
        internal: { words: [chance.canary()], hosts: [`${chance.canary()}.example`] },
        review_every: `${chance.int(1, 900)}d`,
      };
    };
    this.#files.set(configFile, configWith(this.#base, change));
    this.#changes.push('internal settings and unused products changed');
  }

  #put(path: string, text: string): void {
    this.#files.set(path, new TextEncoder().encode(text));
  }
}

function firstProduct(base: WrittenBase): string {
  const config = readYaml(new TextDecoder().decode(base.get(configFile)), 1, 10_000)
    .value as Header;
  return String((config['products'] as Header[])[0]?.['id']);
}

/** The answers of an intake fill other fields; none of them is published. */
function otherAnswers(header: Header, chance: Chance): Header {
  const ask = (header['ask'] as Header[]).map((question): Header => {
    const field = String(question['field'] ?? '');
    if (field.startsWith('environment.')) {
      return { ...question, field: `environment.${chance.canary()}` };
    }
    const isWhat = ['goal', 'expected', 'reproducible'].includes(field);
    return isWhat && chance.isLucky(0.4) ? without(question, ['field']) : question;
  });
  return { ...header, ask };
}

/** What may be published although it looks like a leak, for another reason, and something more. */
function otherAllow(allow: HeaderValue | undefined, chance: Chance): Header[] {
  const entries = ((allow ?? []) as Header[]).map((one) => ({
    ...one,
    because: chance.canaries(1, 5),
  }));
  const more = { rule: 'leaked-word', text: chance.canary(), because: chance.canaries(1, 5) };
  return chance.isLucky(0.4) ? [...entries, more] : entries;
}

/** A product with a component and a version more, of which no public record speaks. */
function withUnused(product: Header, chance: Chance): Header {
  const components = (product['components'] ?? []) as Header[];
  const versions = (product['versions'] ?? []) as string[];
  const unused = { id: chance.canary(), name: chance.canaries(1, 3) };
  return {
    ...product,
    components: chance.shuffled([...components, unused]),
    ...(versions.length > 0 && { versions: chance.shuffled([...versions, chance.canary()]) }),
  };
}

function idAt(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
}

function without(header: Header, names: readonly string[]): Header {
  return Object.fromEntries(Object.entries(header).filter(([name]) => !names.includes(name)));
}

function withHeader(header: Header, body: string): Uint8Array {
  return new TextEncoder().encode(`---\n${yamlText(header)}---\n${body}`);
}

function configWith(base: WrittenBase, change: (config: Header) => Header): Uint8Array {
  const config = readYaml(new TextDecoder().decode(base.get(configFile)), 1, 10_000).value;
  return new TextEncoder().encode(yamlText(change(config as Header)));
}

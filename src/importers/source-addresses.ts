import { addressOf } from '#markdown/address.ts';
import { joined } from '#model/link-target.ts';
import { articleFolder } from './article-folder.ts';
import { anchorIn } from './article-headings.ts';
import { asText as linkAsText, readdressed, type WrittenAddress } from './article-links.ts';
import type { ImportContext, ImportedFile, Source, SourceFile } from './importer.ts';
import type { ImportReport } from './import-report.ts';
import type { Edit } from './lined-text.ts';
import type { Place } from './record-plan.ts';
import { relativePath } from './relative-path.ts';
import { isMarkdown } from './source-page.ts';

/** Where an address of the source leads now; `lost` says what of it does not come along. */
export type NewAddress =
  | { kind: 'same'; lost?: string }
  | { kind: 'new'; href: string; was: string; became: string; lost?: string }
  /** It leads to nothing that is here, so that the link becomes text. */
  | { kind: 'text'; lost: string };

/** A page of the source that is to become a record, with what it links and what can be linked in it. */
export interface AddressedDraft {
  file: SourceFile;
  addresses: readonly WrittenAddress[];
  /** The anchors that links used, with those that the same headings have now. */
  anchors: ReadonlyMap<string, string>;
}

export interface PlacedDraft {
  draft: AddressedDraft;
  place: Place;
}

/** Where the addresses that the pages of a source use lead in the knowledge base. */
export class SourceAddresses {
  readonly #source: Source;
  readonly #context: ImportContext;
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #records: ReadonlyMap<string, PlacedDraft>;
  /** The outermost folders of the source. */
  readonly #folders: ReadonlySet<string>;
  readonly #copies = new Map<string, ImportedFile>();
  readonly #paths = new Set<string>();

  constructor(source: Source, records: readonly PlacedDraft[], context: ImportContext) {
    this.#source = source;
    this.#context = context;
    this.#folders = new Set(source.files.map(({ path }) => path.split('/')[0] ?? ''));
    this.#files = new Map(source.files.map((file) => [file.path, file]));
    this.#records = new Map(records.map((one) => [one.draft.file.path, one]));
  }

  /** Copies of the images and other files that records use which are new. */
  get copies(): ImportedFile[] {
    return [...this.#copies.values()].filter(({ before }) => before === 'never');
  }

  /** Whether it became a record, or a record uses it. */
  isUsed(path: string): boolean {
    return this.#records.has(path) || this.#copies.has(path);
  }

  /** The changes that lead all addresses of a record to where their targets are now. */
  edits(from: PlacedDraft, report: ImportReport): Edit[] {
    const { file, addresses } = from.draft;
    return addresses.flatMap((written): Edit[] => {
      const found = this.#lookUp(from, written.href, written.kind === 'image');
      if (found.lost) report.lose(file.path, written.line, written.href, found.lost);
      if (found.kind === 'new') report.carry(found.was, found.became);
      if (found.kind === 'new') return readdressed(written, found.href);
      return found.kind === 'text' ? linkAsText(written) : [];
    });
  }

  #lookUp(from: PlacedDraft, href: string, isImage: boolean): NewAddress {
    const address = addressOf(href);
    if (address.kind === 'mail') return { kind: 'same' };
    if (address.kind === 'web') return isImage ? remoteImage : { kind: 'same' };
    if (address.kind === 'unsafe') {
      return { kind: 'same', lost: `it is not allowed: ${address.why}` };
    }
    if (address.kind === 'anchor') return anchorAddress(from.draft, address.slug);
    const target = this.#target(from.draft.file.path, address.path);
    const record = target && this.#records.get(target.path);
    if (record) return recordAddress(from, record, address.slug);
    if (target && !isMarkdown(target.path)) return this.#copyAddress(from, target);
    return this.#missing(href, address.path, isImage);
  }

  #target(fromFile: string, path: string): SourceFile | undefined {
    const own = `/${this.#source.name}/`;
    const ways = [path, ...(path.startsWith(own) ? [path.slice(own.length - 1)] : [])];
    for (const way of ways) {
      const resolved = joined(fromFile, way);
      if (resolved === undefined) continue;
      const others = ['.md', '/index.md'].map((ending) => resolved + ending);
      for (const name of [resolved, ...others, resolved.replace(/\.md$/, '.qmd')]) {
        const file = this.#files.get(name);
        if (file) return file;
      }
    }
    return undefined;
  }

  #copyAddress({ place }: PlacedDraft, target: SourceFile): NewAddress {
    const copy = this.#copies.get(target.path) ?? this.#copy(target);
    if (!copy) return { kind: 'text', lost: `the file cannot be read; ${asText}` };
    if (place.before === 'never') copy.before = 'never';
    const href = relativePath(place.path, copy.path);
    return { kind: 'new', href, was: 'links to images and files', became: 'links to copies' };
  }

  #copy({ path, read }: SourceFile): ImportedFile | undefined {
    const content = read();
    if (!content) return undefined;
    const folder = articleFolder(this.#context.folder ?? 'kb', path);
    const name = path.slice(path.lastIndexOf('/') + 1).replaceAll(/[\\:?#%\p{Cc}]/gu, '-');
    const copy: ImportedFile = {
      path: this.#freePath(folder, name),
      content,
      source: path,
      before: 'same',
    };
    this.#copies.set(path, copy);
    return copy;
  }

  /** Folders whose names differ in punctuation alone become one; files of one name there do not. */
  #freePath(folder: string, name: string): string {
    let path = `${folder}/${name}`;
    for (let number = 2; this.#paths.has(path.toLowerCase()); number += 1) {
      path = `${folder}/${number}-${name}`;
    }
    this.#paths.add(path.toLowerCase());
    return path;
  }

  /** Whether a path from the root would be in one of the folders of the source. */
  #isInside(path: string): boolean {
    return this.#folders.has(path.split('/')[1] ?? '');
  }

  #missing(href: string, path: string, isImage: boolean): NewAddress {
    const base = this.#context.baseUrl?.replace(/\/+$/, '');
    if (base && path.startsWith('/') && !this.#isInside(path)) {
      const was = 'addresses outside of the source';
      return { kind: 'new', href: `${base}${href}`, was, became: `addresses below ${base}` };
    }
    if (isImage) return { kind: 'same', lost: 'the source has no such image' };
    const isPage = isMarkdown(path);
    const what = isPage ? 'the page was not imported' : 'the source has no such file';
    return { kind: 'text', lost: `${what}; ${asText}` };
  }
}

const asText = 'the address stays as text';

const remoteImage: NewAddress = { kind: 'same', lost: 'an image from outside is shown as a link' };

function anchorAddress({ anchors }: AddressedDraft, slug: string): NewAddress {
  const now = anchorIn(anchors, slug);
  if (now === undefined) return { kind: 'same', lost: 'no heading here has this anchor' };
  if (now === slug) return { kind: 'same' };
  return { kind: 'new', href: `#${now}`, was: 'links to headings', became: 'links to them' };
}

/** A heading that the other article does not have leads to its top. */
function recordAddress(from: PlacedDraft, to: PlacedDraft, slug: string | undefined): NewAddress {
  const anchor = slug ? anchorIn(to.draft.anchors, slug) : '';
  const path = relativePath(from.place.path, to.place.path);
  return {
    ...{ kind: 'new', href: `${path}${anchor ? `#${anchor}` : ''}` },
    ...{ was: 'links to other pages', became: 'links to their files' },
    ...(anchor === undefined && { lost: 'no heading there has this anchor; it leads to the top' }),
  };
}

import type { Site } from '#model/site.ts';
import type { Frame } from '../../frame.ts';
import { pageAddress, pageLinks, paginated, type Page, type PageLinks } from '../../page.ts';
import type { TimeText } from '../../time-text.ts';
import type { Tag } from '../../words.ts';
import { internalFrame, internalHref } from '../frame.ts';

/** A list of what needs somebody, drawn from all records, in groups. */
export interface Register {
  /** Its address below the base, with a slash at the end. */
  path: string;
  title: string;
  /** What is in it and in which order. One or two sentences. */
  lead: string;
  /** What it says when there is nothing. */
  empty: string;
  groups: RegisterGroup[];
}

export interface RegisterGroup {
  title: string;
  rows: RegisterRow[];
}

export interface RegisterRow {
  href: string;
  title: string;
  text?: string;
  tags: Tag[];
  /** Short facts: whom it is for, how old it is. */
  notes: string[];
  due?: TimeText;
  /** Other records that the row is about. */
  others?: { title: string; href: string }[];
}

/** One page of a register. */
export interface RegisterPage {
  frame: Frame;
  title: string;
  lead: string;
  empty: string;
  count: number;
  groups: RegisterGroup[];
  pages: PageLinks;
}

const rowsPerPage = 100;

/** The pages of a register, its groups cut where a page is full. */
export function registerPages(site: Site, register: Register): Page<RegisterPage>[] {
  const { path, title, lead, empty } = register;
  const all = register.groups.flatMap(({ title: group, rows }) =>
    rows.map((row) => ({ group, row })),
  );
  const cuts = paginated(all, rowsPerPage);
  return cuts.map((cut, index) => {
    const page = index === 0 ? '' : `page/${index + 1}/`;
    const groups = Map.groupBy(cut, ({ group }) => group);
    return {
      params: { register: path.slice(0, -1), page: index === 0 ? undefined : page.slice(0, -1) },
      model: {
        frame: internalFrame(site, {
          title: index === 0 ? title : `${title}, page ${index + 1}`,
          path: path + page,
        }),
        title,
        lead,
        empty,
        count: all.length,
        groups: [...groups].map(([name, rows]) => ({
          title: name,
          rows: rows.map(({ row }) => row),
        })),
        pages: pageLinks(pageAddress(internalHref(site, path)), index, cuts.length),
      },
    };
  });
}

/** How many rows a register has in all. */
export function countOf({ groups }: Register): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** "today", "1 day", "213 days", "more than 5 years". */
export function daysText(days: number): string {
  if (days === 0) return 'today';
  if (days > 730) return `more than ${Math.floor(days / 365.25)} years`;
  return days === 1 ? '1 day' : `${days} days`;
}

import {
  articlesPath,
  contactPath,
  homePath,
  incidentsPath,
  knownIssuesPath,
  searchPath,
} from './addresses.ts';
import { fullAddress } from './full-address.ts';

/** What every page shows around its content. */
export interface Frame {
  audience: 'public' | 'internal';
  title: string;
  /** For search engines and link previews; public pages only. */
  description?: string;
  organization: string;
  language: string;
  /** The zone of all times that are shown. */
  zone?: string;
  base: string;
  /** The full address of this page, if the site's is configured. */
  canonical?: string;
  /** In full, for link previews; only if the address of the site is configured. */
  card?: string;
  /** JSON-LD, safe to stand in a page. */
  linkedData?: string;
  /** Another site to which a form of this page may be sent. */
  sendsTo?: string;
  homeHref: string;
  searchHref: string;
  nav: NavItem[];
  crumbs: Crumb[];
  logoHref?: string;
  /** The style sheets that come from the configuration. */
  themeHrefs: string[];
}

export interface NavItem {
  label: string;
  href: string;
  isCurrent: boolean;
}

export interface Crumb {
  label: string;
  href: string;
}

/** What a frame is made from, whatever the audience. */
export interface FrameSource {
  audience: 'public' | 'internal';
  organization: string;
  language: string;
  zone?: string;
  base: string;
  address?: string;
  sendsTo?: string;
  theme?: { accent?: string; logo?: string; css?: string };
}

export interface FramePage {
  title: string;
  description?: string;
  /** The page's own address below the base. */
  path: string;
  crumbs?: { label: string; path: string }[];
  cardPath?: string;
  linkedData?: string;
  /** It says when something was, perhaps to the minute. */
  tellsTimes?: boolean;
  /** Another site to which this page may send. */
  sendsTo?: string;
}

/** Where the style sheets and the logo of the configuration are served. */
export const themePaths = {
  accent: 'theme/accent.css',
  css: 'theme/own.css',
  logo: (file: string) => `theme/logo.${file.split('.').at(-1)?.toLowerCase()}`,
};

export function frameOf(source: FrameSource, page: FramePage): Frame {
  const { audience, organization, language, zone, base, address, theme } = source;
  return {
    audience,
    title: page.title,
    description: page.description,
    organization,
    language,
    zone,
    base,
    canonical: address && `${address}/${page.path}`,
    card: page.cardPath && fullAddress(address, page.cardPath),
    linkedData: page.linkedData,
    sendsTo: page.sendsTo ?? source.sendsTo,
    homeHref: base + homePath,
    searchHref: base + searchPath,
    nav: navigation[audience].map(({ label, path }) => ({
      label,
      href: base + path,
      isCurrent: path === homePath ? page.path === homePath : page.path.startsWith(path),
    })),
    crumbs: (page.crumbs ?? []).map(({ label, path }) => ({ label, href: base + path })),
    logoHref: theme?.logo && base + themePaths.logo(theme.logo),
    themeHrefs: [
      ...(theme?.accent ? [base + themePaths.accent] : []),
      ...(theme?.css ? [base + themePaths.css] : []),
    ],
  };
}

const navigation: Record<Frame['audience'], { label: string; path: string }[]> = {
  public: [
    { label: 'Help', path: homePath },
    { label: 'Articles', path: articlesPath },
    { label: 'Known issues', path: knownIssuesPath },
    { label: 'Contact', path: contactPath },
  ],
  internal: [
    { label: 'Today', path: homePath },
    { label: 'Incidents', path: incidentsPath },
    { label: 'Articles', path: articlesPath },
    { label: 'Training', path: 'training/' },
    { label: 'Reports', path: 'reports/' },
  ],
};

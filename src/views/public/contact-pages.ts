import type { PublicSite } from '#model/public-site.ts';
import { contactPath, intakePath, searchPath } from '../addresses.ts';
import { intakeView, type ContactPage, type IntakePage } from '../intake-page.ts';
import type { Page } from '../page.ts';
import { publicFrame } from './frame.ts';

/** `/contact/<product>/`: the checklist of each intake. */
export function intakePages(site: PublicSite): Page<IntakePage>[] {
  return site.intakes.map((intake) => ({
    params: { product: intake.product.id },
    model: {
      frame: publicFrame(site, {
        title: intake.title,
        path: intakePath(intake.product.id),
        crumbs: [
          { label: 'Help', path: '' },
          { label: 'Contact', path: contactPath },
        ],
        sendsTo: intake.send?.url,
      }),
      ...intakeView(intake, site.base),
    },
  }));
}

export function contactPage(site: PublicSite): ContactPage {
  const { email, phone, url } = site.contact ?? {};
  return {
    frame: publicFrame(site, { title: 'Contact', path: contactPath }),
    title: 'Before you contact us',
    organization: site.organization,
    searchHref: site.base + searchPath,
    products: site.intakes.map(({ product, title }) => ({
      name: product.name,
      title,
      href: site.base + intakePath(product.id),
    })),
    ways: [
      ...(email ? [{ label: 'Write', text: email, href: `mailto:${email}` }] : []),
      ...(phone ? [{ label: 'Call', text: phone }] : []),
      ...(url ? [{ label: 'Open a ticket', text: url, href: url }] : []),
    ],
  };
}

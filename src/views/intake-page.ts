import type { PublicIntake } from '#model/public-site.ts';
import type { Frame } from './frame.ts';

/** What to check, collect and expect before contacting support: a checklist that can be printed. */
export interface IntakePage {
  frame: Frame;
  title: string;
  html: string;
  before: PublicIntake['before'];
  ask: { label: string; why?: string; command?: string; options: string[]; isRequired: boolean }[];
  next: PublicIntake['next'];
  send: { label: string; href: string }[];
}

/** The parts of an intake that its page shows. */
export function intakeView(intake: PublicIntake): Omit<IntakePage, 'frame'> {
  const { title, html, before, ask, next, send } = intake;
  return {
    title,
    html,
    before,
    ask: ask.map(({ label, why, command, options = [], required }) => ({
      label,
      why,
      command,
      options,
      isRequired: required ?? false,
    })),
    next,
    send: [
      ...(send?.email ? [{ label: send.email, href: `mailto:${send.email}` }] : []),
      ...(send?.url ? [{ label: send.url, href: send.url }] : []),
    ],
  };
}

/** `/contact/`: the products, and how to reach support at all. */
export interface ContactPage {
  frame: Frame;
  title: string;
  products: { name: string; title: string; href: string }[];
  ways: { label: string; text: string; href?: string }[];
}

import type { IntakePart, PublicIntake, PublicQuestion } from '#model/public-site.ts';
import type { Frame } from './frame.ts';

/**
 * What to check, collect and expect before contacting support: with a script a form that becomes a
 * packet, without one a checklist to be filled in and printed.
 */
export interface IntakePage {
  frame: Frame;
  title: string;
  html: string;
  product: PublicIntake['product'];
  siteHref: string;
  before: PublicIntake['before'];
  /** Only those that have a question. */
  parts: { heading: string; questions: Question[] }[];
  next: PublicIntake['next'];
  send: { email?: string; url?: string; host?: string };
}

type Question = Omit<PublicQuestion, 'part' | 'required' | 'options'> & {
  options: string[];
  isRequired: boolean;
};

/** The parts of an intake that its page shows. */
export function intakeView(intake: PublicIntake, base: string): Omit<IntakePage, 'frame'> {
  const { title, html, product, before, ask, next, send } = intake;
  const url = send?.url;
  return {
    title,
    html,
    product,
    siteHref: base,
    before,
    parts: (Object.keys(headings) as IntakePart[]).flatMap((part) => {
      const questions = ask.filter((question) => question.part === part).map(shown);
      return questions.length > 0 ? [{ heading: headings[part], questions }] : [];
    }),
    next,
    send: {
      email: send?.email,
      url,
      host: url && URL.canParse(url) ? new URL(url).host : undefined,
    },
  };
}

const headings: Record<IntakePart, string> = {
  who: 'Who you are',
  what: 'What happened',
  evidence: 'What shows it',
};

function shown(question: PublicQuestion): Question {
  const { id, label, why, kind, command, options = [], required = false, isProblem } = question;
  return { id, label, why, kind, command, options, isRequired: required, isProblem };
}

/** `/contact/`: the products, and how to reach support at all. */
export interface ContactPage {
  frame: Frame;
  title: string;
  organization: string;
  searchHref: string;
  products: { name: string; title: string; href: string }[];
  ways: { label: string; text: string; href?: string }[];
}

import { mostFiles } from '#intake/limits.ts';
import type { Answer, Packet } from '#intake/packet.ts';
import type { Typed } from './kept-answers.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The answers of a form, in the order of its questions; those without an answer are left out. */
export function answersIn(form: HTMLFormElement): Answer[] {
  return questionsOf(form).flatMap(({ id, label, element }): Answer[] => {
    const files = filesIn(element);
    const text = textIn(element);
    if (files.length > 0) return [{ id, question: label, files }];
    return text === '' ? [] : [{ id, question: label, text }];
  });
}

export function checksIn(form: HTMLFormElement): Packet['checks'] {
  return checkBoxes(form).map(({ value, checked }) => ({ check: value, done: checked }));
}

/** What can be kept: files cannot. */
export function typedInto(form: HTMLFormElement): Typed {
  const texts = questionsOf(form).map(({ id, element }) => [id, textIn(element)] as const);
  const ticked = checkBoxes(form).filter(({ checked }) => checked);
  return {
    answers: Object.fromEntries(texts.filter(([, text]) => text !== '')),
    checks: ticked.map(({ value }) => value),
  };
}

export function fillIn(form: HTMLFormElement, { answers, checks }: Typed): void {
  for (const { id, element } of questionsOf(form)) {
    const text = answers[id];
    if (text === undefined) continue;
    for (const field of fieldsOf(element)) {
      if (field.type === 'radio') (field as HTMLInputElement).checked = field.value === text;
      else if (field.type !== 'file') field.value = text;
    }
  }
  for (const box of checkBoxes(form)) box.checked = checks.includes(box.value);
}

/** Marks the questions that need an answer and have none; returns the first field to go to. */
export function markMissing(form: HTMLFormElement): { count: number; first?: HTMLElement } {
  const missing: HTMLElement[] = [];
  for (const { element } of questionsOf(form)) {
    const isMissing =
      'required' in element.dataset && textIn(element) === '' && filesIn(element).length === 0;
    element.querySelector<HTMLElement>('[data-trouble]')!.hidden = !isMissing;
    const [first, ...others] = fieldsOf(element);
    for (const field of first ? [first, ...others] : []) {
      if (isMissing && field.type !== 'radio') field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    }
    if (isMissing && first) missing.push(first);
  }
  return { count: missing.length, first: missing[0] };
}

interface Question {
  id: string;
  label: string;
  element: HTMLElement;
}

function questionsOf(form: HTMLFormElement): Question[] {
  return [...form.querySelectorAll<HTMLElement>('[data-question]')].map((element) => ({
    id: element.dataset['question'] ?? '',
    label: element.dataset['label'] ?? '',
    element,
  }));
}

function fieldsOf(element: HTMLElement): Field[] {
  return [...element.querySelectorAll<Field>('input, textarea')];
}

function textIn(element: HTMLElement): string {
  const fields = fieldsOf(element).filter(({ type }) => type !== 'file');
  const answered = fields.find(
    (field) => field.type !== 'radio' || ('checked' in field && field.checked),
  );
  return answered?.value.trim() ?? '';
}

function filesIn(element: HTMLElement): NonNullable<Answer['files']> {
  const field = element.querySelector<HTMLInputElement>('input[type="file"]');
  return [...(field?.files ?? [])].slice(0, mostFiles).map(({ name, size }) => ({ name, size }));
}

function checkBoxes(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[name="before"]')];
}

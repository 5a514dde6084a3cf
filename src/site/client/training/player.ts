import { rightOf } from '#derive/drills/path.ts';
import { element } from '../elements.ts';
import { ControlBar } from './control-bar.ts';
import { endParts, nextDrillLink, notesField, type Drilled } from './end-of-drill.ts';
import { KeyHelp, KeySetting } from './key-help.ts';
import { askedBy, isForElement } from './keys.ts';
import { KeptProgress } from './kept-progress.ts';
import { playedSteps, type PlayedStep } from './played-step.ts';
import { pressTwice } from './press-twice.ts';
import {
  answered,
  answerIn,
  begunAgain,
  isMissed,
  type Answer,
  type Progress,
} from './progress.ts';
import { today } from './repetition.ts';
import { dueSteps, startAt } from './round.ts';
import { soFar } from './so-far.ts';
import { ask, prepare, reveal, setAway } from './step-view.ts';
import {
  comesBack,
  dueOf,
  dueResult,
  labels,
  notKept,
  nothingDue,
  rightSpoken,
  stepOf,
  verdict,
} from './words.ts';

/** A drill, one decision at a time: all of it, or what has come back. */
export class Player {
  readonly #article: HTMLElement;
  readonly #drilled: Drilled;
  readonly #kept: KeptProgress;
  readonly #isDueRound: boolean;
  readonly #bar: ControlBar;
  readonly #keySetting: KeySetting;
  readonly #keys: KeyHelp;
  readonly #top: HTMLElement;
  readonly #howFar = element('span', { class: 'how-far' });
  readonly #meter = element('progress', { 'aria-label': 'How far you are' });
  readonly #before = element('div');
  /** Spoken, not seen. */
  readonly #said = element('p', { class: 'unseen', role: 'status' });
  readonly #restartButton = element('button', { type: 'button', class: 'link' }, labels.startAgain);
  readonly #end = element('section', { class: 'end', 'aria-labelledby': 'end' });
  readonly #after = element('div', { class: 'end' });
  /** The steps of this round. */
  #round: readonly PlayedStep[];
  /** What was answered since the page was opened; in a round of what has come back nothing else counts. */
  readonly #given = new Map<string, Answer>();
  /** The position in the round; past the last step is the end. */
  #at = 0;

  constructor(article: HTMLElement) {
    const { drill = '', site = '/' } = article.dataset;
    this.#article = article;
    this.#drilled = { incident: drill, siteHref: site, steps: playedSteps(article) };
    this.#kept = new KeptProgress(site);
    this.#isDueRound = new URLSearchParams(location.search).has('due');
    this.#keySetting = new KeySetting(site);
    this.#keys = new KeyHelp(this.#keySetting);
    this.#bar = new ControlBar({
      back: () => this.#go(this.#at - 1),
      hint: () => this.#hint(),
      next: () => this.#next(),
    });
    this.#round = this.#isDueRound
      ? dueSteps(this.#drilled.steps, this.#progress(), today(new Date()))
      : this.#drilled.steps;
    this.#top = this.#topOf();
  }

  start(): void {
    for (const step of this.#drilled.steps) {
      prepare(step, (position) => this.#choose(step, position));
    }
    this.#article.setAttribute('data-running', '');
    const opening = this.#opening();
    opening?.before(this.#top, this.#before);
    this.#part('summary')?.before(this.#bar.element, this.#said);
    if (!this.#kept.isKept()) this.#sayNotKept();
    document.addEventListener('keydown', (event) => this.#key(event));
    this.#at = this.#isDueRound ? 0 : startAt(this.#round, this.#progress());
    this.#show();
  }

  #progress(): Progress {
    return this.#kept.read(this.#drilled.incident);
  }

  #change(change: (progress: Progress) => Progress): void {
    this.#kept.change(this.#drilled.incident, change);
    if (!this.#kept.isKept()) this.#sayNotKept();
  }

  #answerOf({ id }: PlayedStep): Answer | undefined {
    return this.#isDueRound ? this.#given.get(id) : answerIn(this.#progress(), id);
  }

  #choose(step: PlayedStep, position: number): void {
    const choice = step.choices[position];
    if (!choice || step.kind === 'told' || this.#answerOf(step)) return;
    const { text, kind } = choice;
    this.#change((own) => answered(own, step.id, { chose: text, kind }, new Date()));
    const answer = this.#progress().answers.get(step.id)!; // given just now
    this.#given.set(step.id, answer);
    reveal(step, answer);
    this.#showBar(step);
    const spoken = kind === 'right' ? [] : [rightSpoken(rightOf(step).text, step.kind)];
    this.#say([verdict(kind, step.kind), ...spoken].join(' '));
    this.#bar.focusNext();
    choice.item.scrollIntoView({ block: 'nearest' });
  }

  #next(): void {
    if (this.#canGoOn()) this.#go(this.#at + 1);
  }

  #canGoOn(): boolean {
    const step = this.#round[this.#at];
    return step !== undefined && (step.kind === 'told' || this.#answerOf(step) !== undefined);
  }

  #go(position: number): void {
    if (position < 0 || position > this.#round.length) return;
    this.#at = position;
    if (!this.#isDueRound) {
      const place = this.#round[position]?.id;
      const isFirstEnd = place === undefined;
      const done = isFirstEnd ? { done: new Date().toISOString() } : {};
      this.#change((own) => ({ ...own, place, ...done }));
    }
    this.#show();
    const focused = this.#round[position]?.section ?? this.#end.querySelector<HTMLElement>('h2');
    focused?.focus({ preventScroll: true });
    this.#top.scrollIntoView({ block: 'start' });
  }

  #show(): void {
    const step = this.#round[this.#at];
    for (const one of this.#drilled.steps) setAway(one.section, one !== step);
    const [opening, summary] = [this.#opening(), this.#part('summary')];
    const position = step ? this.#drilled.steps.indexOf(step) : -1;
    if (opening) setAway(opening, position !== 0);
    const takeAway = this.#part('take-away');
    const isEnd = step === undefined && !this.#isDueRound;
    if (takeAway) setAway(takeAway, !isEnd);
    if (summary) setAway(summary, true);
    this.#say('');
    this.#top.hidden = step === undefined;
    this.#before.replaceChildren();
    this.#end.remove();
    this.#after.remove();
    if (step) this.#showStep(step, position);
    else this.#showEnd();
  }

  #showStep(step: PlayedStep, position: number): void {
    const answer = this.#answerOf(step);
    if (step.kind === 'told' || answer) reveal(step, answer);
    else ask(step);
    if (position > 0) {
      const known = soFar(this.#opening(), this.#drilled.steps.slice(0, position));
      known.open = this.#isDueRound;
      this.#before.append(known);
    }
    const count = this.#round.length;
    const text = this.#isDueRound ? dueOf(this.#at + 1, count) : stepOf(this.#at + 1, count);
    this.#howFar.textContent = text;
    this.#meter.max = count;
    this.#meter.value = this.#at + 1;
    this.#showBar(step);
  }

  #showBar(step: PlayedStep): void {
    const answer = this.#answerOf(step);
    const isAnswered = step.kind === 'told' || answer !== undefined;
    this.#restartButton.hidden = this.#isDueRound || (this.#at === 0 && !isAnswered);
    const isLast = this.#at === this.#round.length - 1;
    this.#bar.show({
      ...(answer && { verdict: verdict(answer.kind, step.kind) }),
      canGoBack: this.#at > 0,
      hasHint: step.hint !== undefined && !isAnswered,
      ...(isAnswered && { next: isLast ? labels.toEnd : labels.next }),
    });
  }

  #showEnd(): void {
    const day = today(new Date());
    this.#bar.element.hidden = true;
    const heading = element('h2', { id: 'end', tabindex: '-1' }, labels.end);
    this.#end.replaceChildren(
      heading,
      ...(this.#isDueRound ? this.#dueParts(day) : this.#wholeParts(day)),
    );
    const takeAway = this.#part('take-away');
    const details = takeAway?.querySelector('details');
    if (details && !this.#isDueRound) details.open = true;
    takeAway?.before(this.#end);
    if (!this.#isDueRound) takeAway?.after(this.#after);
  }

  #wholeParts(day: string): HTMLElement[] {
    const progress = this.#progress();
    const notes = notesField(progress.notes ?? '', (text) =>
      this.#change((own) => ({ ...own, notes: text })),
    );
    const back = secondButton(labels.back, () => this.#go(this.#round.length - 1));
    const again = secondButton(labels.startAgain, () => this.#restart());
    const ways = element('p', { class: 'acts ways-on' }, back, again);
    void nextDrillLink(this.#drilled, this.#kept).then((link) => link && ways.prepend(link));
    this.#after.replaceChildren(notes, ways);
    return endParts(this.#drilled, progress, day);
  }

  #dueParts(day: string): HTMLElement[] {
    const answers = [...this.#given.values()];
    const right = answers.filter((answer) => !isMissed(answer)).length;
    const { answers: all } = this.#progress();
    const dues = this.#drilled.steps.flatMap(({ id }) => all.get(id)?.again?.due ?? []);
    const result = answers.length > 0 ? dueResult(right, answers.length) : nothingDue;
    const whole = element('a', { class: 'choice', href: location.pathname }, labels.wholeDrill);
    return [
      element('p', { class: 'result' }, result),
      ...(dues.length > 0 ? [element('p', {}, comesBack(dues, day))] : []),
      element('p', { class: 'acts ways-on' }, whole),
    ];
  }

  #topOf(): HTMLElement {
    pressTwice(this.#restartButton, labels.startAgainSure, () => this.#restart());
    const keys = element('button', { type: 'button', class: 'link keys' }, labels.keys);
    keys.setAttribute('aria-keyshortcuts', '?');
    keys.addEventListener('click', () => this.#keys.open());
    return element('div', { class: 'top' }, this.#howFar, this.#meter, this.#restartButton, keys);
  }

  #restart(): void {
    this.#change((own) => begunAgain(own, new Date()));
    this.#go(0);
  }

  #say(sentence: string): void {
    this.#said.textContent = sentence;
  }

  #hint(): void {
    const step = this.#round[this.#at];
    if (!step?.hint || this.#answerOf(step)) return;
    step.hint.open = !step.hint.open;
    if (step.hint.open) {
      this.#say(step.hint.querySelector('p')?.textContent?.trim() ?? '');
      step.hint.scrollIntoView({ block: 'nearest' });
    }
  }

  #key(event: KeyboardEvent): void {
    const asked = askedBy(event);
    if (!asked || !this.#keySetting.isOn() || event.repeat) return;
    if (isForElement(event.target, event.key) || document.querySelector('dialog[open]')) return;
    const step = this.#round[this.#at];
    if (typeof asked === 'object') {
      if (step) this.#choose(step, asked.choose);
      return;
    }
    if (asked === 'next' && !this.#canGoOn()) return; // the space bar scrolls
    event.preventDefault();
    if (asked === 'next') this.#next();
    if (asked === 'back') this.#go(this.#at - 1);
    if (asked === 'hint') this.#hint();
    if (asked === 'keys') this.#keys.open();
  }

  #sayNotKept(): void {
    if (this.#article.querySelector('[data-not-kept]')) return;
    this.#top.before(
      element('p', { class: 'notice', role: 'status', 'data-not-kept': '' }, notKept),
    );
  }

  #opening(): HTMLElement | null {
    return this.#part('opening');
  }

  #part(name: string): HTMLElement | null {
    return this.#article.querySelector<HTMLElement>(`:scope > [data-part="${name}"]`);
  }
}

function secondButton(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'second' }, text);
  made.addEventListener('click', act);
  return made;
}

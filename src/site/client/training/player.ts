import { rightOf } from '#derive/drills/path.ts';
import { ControlBar } from './control-bar.ts';
import { dueEnd, wholeEnd, type Drilled } from './end-of-drill.ts';
import { KeyHelp, KeySetting } from './key-help.ts';
import { askedBy, isForElement } from './keys.ts';
import { KeptProgress } from './kept-progress.ts';
import { playedSteps, type PlayedStep } from './played-step.ts';
import { answered, answerIn, begunAgain, type Answer, type Progress } from './progress.ts';
import { today } from './repetition.ts';
import { dueSteps, startAt } from './round.ts';
import { Stage, type Ending } from './stage.ts';
import { ask, prepare, reveal } from './step-view.ts';
import { dueOf, labels, rightSpoken, stepOf, verdict } from './words.ts';

/** A drill, one decision at a time: all of it, or what has come back. */
export class Player {
  readonly #drilled: Drilled;
  readonly #kept: KeptProgress;
  readonly #stage: Stage;
  readonly #bar: ControlBar;
  readonly #keySetting: KeySetting;
  readonly #keys: KeyHelp;
  readonly #isDueRound: boolean;
  /** The steps of this round. */
  readonly #round: readonly PlayedStep[];
  /** What was answered since the page was opened; in a round of what has come back nothing else counts. */
  readonly #given = new Map<string, Answer>();
  /** The position in the round; past the last step is the end. */
  #at = 0;

  constructor(article: HTMLElement) {
    const { drill = '', site = '/' } = article.dataset;
    const steps = playedSteps(article);
    this.#drilled = { incident: drill, siteHref: site, steps };
    this.#kept = new KeptProgress(site);
    this.#keySetting = new KeySetting(site);
    this.#keys = new KeyHelp(this.#keySetting);
    this.#stage = new Stage(article, steps, {
      startAgain: () => this.#restart(),
      keys: () => this.#keys.open(),
    });
    this.#bar = new ControlBar({
      back: () => this.#go(this.#at - 1),
      next: () => this.#next(),
    });
    this.#isDueRound = new URLSearchParams(location.search).has('due');
    this.#round = this.#isDueRound ? dueSteps(steps, this.#progress(), today(new Date())) : steps;
  }

  start(): void {
    for (const step of this.#drilled.steps) {
      prepare(step, (position) => this.#choose(step, position));
    }
    this.#stage.begin(this.#bar.element);
    if (!this.#kept.isKept()) this.#stage.sayNotKept();
    document.addEventListener('keydown', (event) => this.#key(event));
    this.#at = this.#isDueRound ? 0 : startAt(this.#round, this.#progress());
    this.#show();
  }

  #progress(): Progress {
    return this.#kept.read(this.#drilled.incident);
  }

  #change(change: (progress: Progress) => Progress): void {
    this.#kept.change(this.#drilled.incident, change);
    if (!this.#kept.isKept()) this.#stage.sayNotKept();
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
    this.#stage.say([verdict(kind, step.kind), ...spoken].join(' '));
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
    const step = this.#round[position];
    if (!this.#isDueRound) {
      const done = step ? {} : { done: new Date().toISOString() };
      this.#change((own) => ({ ...own, place: step?.id, ...done }));
    }
    this.#show();
    this.#stage.focus(step);
  }

  #restart(): void {
    this.#change((own) => begunAgain(own, new Date()));
    this.#go(0);
  }

  #show(): void {
    const step = this.#round[this.#at];
    if (step) this.#showStep(step);
    else {
      this.#bar.element.hidden = true;
      this.#stage.showEnd(this.#ending());
    }
  }

  #showStep(step: PlayedStep): void {
    const answer = this.#answerOf(step);
    if (step.kind === 'told' || answer) reveal(step, answer);
    else ask(step);
    const { steps } = this.#drilled;
    const [at, of] = [this.#at + 1, this.#round.length];
    this.#stage.show({
      step,
      before: steps.slice(0, steps.indexOf(step)),
      // Who is asked what is known of the fix has to see what became of each attempt.
      isOpen: this.#isDueRound || step.kind === 'proof',
      howFar: this.#isDueRound ? dueOf(at, of) : stepOf(at, of),
      ...{ at, of },
    });
    this.#showBar(step);
  }

  #showBar(step: PlayedStep): void {
    const answer = this.#answerOf(step);
    const isAnswered = step.kind === 'told' || answer !== undefined;
    const isLast = this.#at === this.#round.length - 1;
    this.#stage.restart.hidden = this.#isDueRound || (this.#at === 0 && !isAnswered);
    this.#bar.show({
      ...(answer && { verdict: verdict(answer.kind, step.kind) }),
      canGoBack: this.#at > 0,
      ...(isAnswered && { next: isLast ? labels.toEnd : labels.next }),
    });
  }

  #ending(): Ending {
    const day = today(new Date());
    if (this.#isDueRound) return dueEnd(this.#drilled, this.#kept, day, [...this.#given.values()]);
    return wholeEnd(this.#drilled, this.#kept, day, {
      noted: (notes) => this.#change((own) => ({ ...own, notes })),
      back: () => this.#go(this.#round.length - 1),
      startAgain: () => this.#restart(),
    });
  }

  #hint(): void {
    const step = this.#round[this.#at];
    if (!step?.hint || this.#answerOf(step)) return;
    step.hint.open = !step.hint.open;
    if (step.hint.open) {
      this.#stage.say(step.hint.querySelector('p')?.textContent?.trim() ?? '');
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
}

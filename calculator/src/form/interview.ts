/**
 * The interview: one screen after the other, forwards, back, and to any answer to change it. Which screen comes next
 * is said by the rules; here is only kept where the visitor has been. The browser's own “back” goes a screen back too.
 */

import { need } from "../dom";
import { STEP } from "../words";
import type { Form } from "./form";
import { named } from "./marks";
import type { Question } from "./question";
import type { Asked, Screens } from "./screens";
import { Stage } from "./stage";

interface Step {
  readonly screen: string;
  readonly questions: Question[];
  /** The visitor was told what is missing or wrong here; going on all the same is then let be. */
  isTold: boolean;
}

/** The last step: nothing is asked there, the answer is shown. */
const END: Step = { screen: "", questions: [], isTold: false };

export interface InterviewHooks {
  /** Asks the rules, and settles when their answer is here (at once where there is no engine yet). */
  settle(): Promise<boolean>;
  /** A screen was shown, or the end. */
  moved(isEnd: boolean): void;
}

export class Interview {
  readonly #stage: Stage;
  readonly #parts: { readonly heading: HTMLElement; readonly lead: HTMLElement; readonly count: HTMLElement };
  readonly #back: HTMLElement;
  #path: Step[] = [];
  #isMoving = false;
  #at = 0;
  #coming: readonly Asked[];

  constructor(
    root: HTMLElement,
    private readonly form: Form,
    private readonly screens: Screens,
    private readonly hooks: InterviewHooks,
  ) {
    this.#coming = screens.first;
    this.#stage = new Stage(need(root, "[data-stage]"), form);
    this.#parts = { heading: need(root, "[data-heading]"), lead: need(root, "[data-lead]"), count: need(root, "[data-count]") };
    this.#back = need(root, "[data-act=back]");
    this.#back.addEventListener("click", () => history.back());
    form.box.addEventListener("submit", () => void this.next());
    window.addEventListener("popstate", ({ state }) => this.#return((state as { gt?: number } | null)?.gt));
  }

  get isAtEnd(): boolean {
    return this.#path[this.#at] === END;
  }

  /** How many screens are still to come after this one. */
  get left(): number {
    return this.#coming.filter(({ screen }) => screen !== this.#path[this.#at]?.screen).length;
  }

  /** Begins anew: at the first question, or where there are answers already, at the end. */
  start(atEnd: boolean): void {
    const [first] = this.screens.first;
    this.#path = [atEnd || first === undefined ? END : this.#step(first)];
    this.#at = 0;
    this.#coming = this.screens.first;
    history.replaceState({ gt: 0 }, "");
    this.show();
  }

  /** What the rules still ask: the screen shown follows, and the next one is known. */
  follow(coming: readonly Asked[]): void {
    this.#coming = coming;
    const step = this.#path[this.#at];
    if (step === undefined || step === END || this.#isMoving || this.#stage.isEmpty) return;
    const asked = this.#open(step);
    const open = new Set(asked.map((question) => this.#shownAs(question)));
    for (const question of this.form.all()) question.isAsked = asked.includes(question) || question.read() !== null;
    for (const question of open) {
      if (step.questions.includes(question)) continue;
      step.questions.push(question);
      this.#stage.add(question);
      this.#say(step);
    }
    const idle = step.questions.filter(
      (question) => !open.has(question) && !question.hasFocus && !question.isUnsure && !this.form.isAnswered(question),
    );
    if (idle.length < step.questions.length) for (const question of step.questions) question.hidden = idle.includes(question);
    this.#count();
  }

  /** Goes on. What stands unanswered on the screen counts as “不确定”, and is not asked again. */
  async next(): Promise<void> {
    const step = this.#path[this.#at];
    if (step === undefined || step === END || this.#isMoving) return;
    this.#isMoving = true;
    for (const question of step.questions) if (!question.hidden && !this.form.isAnswered(question)) question.isUnsure = true;
    const isKnown = await this.hooks.settle();
    const stuck = isKnown ? this.#open(step).filter((question) => step.questions.includes(this.#shownAs(question))) : [];
    if (stuck.length > 0 && !step.isTold) this.#tell(step, stuck);
    else {
      for (const question of stuck) question.isUnsure = true;
      if (stuck.length > 0) await this.hooks.settle();
      const [first] = isKnown ? this.#coming : this.#unseen();
      this.#go(first === undefined ? END : this.#step(first, step));
    }
    this.#isMoving = false;
  }

  /** Goes to the screen of a question, to change its answer. */
  change(question: Question): void {
    const same = [...this.form.all()].filter((one) => one.screen === question.screen && !one.isRare && this.#belongs(one));
    const step: Step = { screen: question.screen, questions: [], isTold: false };
    const open = new Set(this.#open(step).map((one) => this.#shownAs(one)));
    step.questions.push(...same.filter((one) => one === question || open.has(one) || one.isUnsure || this.form.isAnswered(one)));
    this.#go(step);
    question.focus();
  }

  /** Goes on with what is still to be asked. */
  resume(): void {
    const [first] = this.#coming;
    if (first !== undefined) this.#go(this.#step(first));
  }

  /** Goes to the end: the answer so far. */
  end(): void {
    if (!this.isAtEnd) this.#go(END);
  }

  /** Shows the step where the visitor is. */
  show(): void {
    const step = this.#path[this.#at];
    if (step === undefined) return;
    for (const list of this.form.lists.values()) list.close();
    if (step === END) this.hide();
    else this.#show(step);
    this.hooks.moved(step === END);
  }

  /** Gives the questions back to the whole form. */
  hide(): void {
    this.#stage.clear();
  }

  #show(step: Step): void {
    const { screen } = step;
    const still = new Set(this.form.all());
    const questions = step.questions.filter((question) => still.has(question)); // an entry may have been deleted since
    const rare = [...this.form.questions.values()].filter((one) => one.screen === screen && one.isRare && !questions.includes(one));
    this.#stage.show(questions, rare);
    this.#say(step);
    this.#count();
  }

  /** A screen of one question has that question for its heading. */
  #say({ screen, questions }: Step): void {
    const { heading, lead } = this.#parts;
    const about = this.screens.screens[screen];
    const [only] = questions;
    const isOne = questions.length === 1 && only !== undefined && !about?.judged && !this.form.lists.has(only.key);
    heading.textContent = isOne ? only.ask : (about?.title ?? "");
    lead.textContent = isOne ? "" : (about?.help ?? "");
    lead.hidden = lead.textContent === "";
    this.#stage.isOne = isOne;
  }

  /** What is wrong or missing on the screen: said once, beside it. */
  #tell(step: Step, stuck: readonly Question[]): void {
    step.isTold = true;
    const [first] = stuck;
    for (const question of stuck) if (!question.hasComplaint) question.complain(STEP.missing);
    if (first) this.form.reveal(first);
    first?.focus();
  }

  #count(): void {
    this.#parts.count.textContent = STEP.count(this.#at + 1, this.left);
    this.#back.hidden = this.#at === 0;
  }

  /** The step for what is asked; coming from the same screen, only what wasn't shown there. */
  #step({ screen, questions }: Asked, from: Step = END): Step {
    const all = [...new Set(named(this.form, questions).map((question) => this.#shownAs(question)))];
    const fresh = from.screen === screen ? all.filter((question) => !from.questions.includes(question)) : all;
    return { screen, questions: fresh, isTold: false };
  }

  /** The questions that the rules still ask on a screen. */
  #open({ screen }: Step): Question[] {
    return named(this.form, this.#coming.filter((one) => one.screen === screen).flatMap(({ questions }) => questions));
  }

  /** A field of an entry is shown in its list, where the interview doesn't ask it elsewhere. */
  #shownAs(question: Question): Question {
    return this.#belongs(question) ? question : (this.form.rowOf(question)?.list.question ?? question);
  }

  /** Fields of an entry that its own row shows need no place of their own on the stage. */
  #belongs(question: Question): boolean {
    return this.form.rowOf(question) === null || question.isElsewhere;
  }

  /** Without an engine: the screens that nobody has seen yet, in the order for somebody of whom nothing is known. */
  #unseen(): readonly Asked[] {
    return this.screens.first.filter(({ screen }) => !this.#path.some((step) => step.screen === screen));
  }

  #go(step: Step): void {
    this.#path = [...this.#path.slice(0, this.#at + 1), step];
    this.#at = this.#path.length - 1;
    history.pushState({ gt: this.#at }, "");
    this.show();
  }

  #return(to: number | undefined): void {
    if (to === undefined || to >= this.#path.length || to === this.#at) return;
    this.#at = to;
    this.show();
  }
}

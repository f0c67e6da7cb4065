/** The full answer on the page: it is put there, what comes later is filled in, folds keep their state, paper shows everything. */

import { need } from "../dom";
import type { Engine } from "../engine/engine";
import type { Facts } from "../facts";
import { writeLink } from "../link";
import { LATE_MS } from "../moments";
import { drawLate, forgetLate } from "../picture/late";
import { fillAdvice, withholdAdvice, type Advice } from "./advice";
import { fullAnswer } from "./answer";
import { foldStates, makeFolds, restoreFolds } from "./folds";
import { arrange, Lasting } from "./lasting";
import type { Places } from "./law";
import { askAbout } from "./more";
import { sheet, worksheet } from "./paper";
import { Planner, type Plan } from "./planner";
import type { Result } from "./result";

/** What the answer needs to know of the form. */
export interface Given {
  read(): Facts;
  readonly isPersonal: (key: string) => boolean;
}

export class AnswerView {
  readonly #place: HTMLElement;
  readonly #planner: Planner;
  #told: { result: Result; asked: string; advice: Advice | null; plan: Plan | null } | null = null;
  #isWorksheet = false;
  #timer = 0;
  readonly #goOn: HTMLElement;
  readonly #lasting = new Lasting();
  #turn = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly engine: Engine,
    private readonly form: Given,
    private readonly places: Places,
  ) {
    this.#place = need(root, "[data-answer]");
    this.#goOn = need(root, "[data-act=more]");
    this.#planner = new Planner(places, () => this.#later(0, () => this.#plan()));
    const dock = need(root, "[data-dock]");
    new IntersectionObserver(([entry]) => dock.classList.toggle("is-away", entry?.isIntersecting ?? false)).observe(this.#place);
    this.#place.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("[data-act=print-worksheet]")) this.#printWorksheet();
    });
    window.addEventListener("beforeprint", () => this.#toPaper());
    window.addEventListener("afterprint", () => this.#offPaper());
  }

  /**
   * Puts a new answer in the place of the old one; what the visitor had unfolded or folded stays so. `asked` is what it answers:
   * where that was answered and advised on already, the advice stays.
   */
  show(result: Result, asked: string): void {
    const states = foldStates(this.#place);
    this.#planner.offer(result);
    this.#lasting.begin();
    arrange(this.#place, fullAnswer(result, { lasting: this.#lasting, places: this.places }, this.#planner.element, this.#goOn));
    restoreFolds(this.#place, states);
    makeFolds(this.#place, "open");
    if (this.#told?.asked === asked && this.#place.dataset["advised"] !== undefined) return;
    withholdAdvice(this.#place);
    this.#told = { result, asked, advice: null, plan: null };
    delete this.#place.dataset["advised"];
    // Apart from what follows: that is given up for a newer wish, this is not.
    window.setTimeout(() => {
      makeFolds(this.#place, "all");
      drawLate();
    }, LATE_MS);
    this.#later(LATE_MS, async () => {
      await this.#advise();
      for (const filled of this.#place.querySelectorAll("[data-advice]")) restoreFolds(filled, states);
      await this.#plan();
    });
  }

  /** What stands there may not hold any more: the next answer is advised on anew, whatever it answers. */
  doubt(): void {
    if (this.#told !== null) this.#told.asked = "";
  }

  /** Keeps nothing of the last answer, and waits for nothing about it. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#told = null;
    this.#planner.clear();
    this.#offPaper();
    this.#place.replaceChildren();
    this.#lasting.forget();
    forgetLate();
    delete this.#place.dataset["advised"];
  }

  /** Only the latest wish is followed. Where the engine died meanwhile, the page says so, not the part that asked. */
  #later(wait: number, task: () => Promise<void>): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#timer = window.setTimeout(() => {
      task().catch((error: unknown) => console.warn(error));
    }, wait);
  }

  async #advise(): Promise<void> {
    const turn = this.#turn;
    const advice = await askAbout<Advice>(this.engine, "advice", this.form.read()).catch((error: unknown) => {
      fillAdvice(this.#place, null, this.places);
      throw error;
    });
    if (turn !== this.#turn || this.#told === null) return;
    this.#told.advice = advice;
    fillAdvice(this.#place, advice, this.places);
  }

  async #plan(): Promise<void> {
    const { wish } = this.#planner;
    const turn = this.#turn;
    const plan = wish === null ? null : await askAbout<Plan>(this.engine, "plan", this.form.read(), (facts) => ({ ...wish, facts }));
    if (turn !== this.#turn) return;
    if (plan !== null) this.#planner.show(plan);
    if (this.#told !== null) this.#told.plan = plan;
    this.#place.dataset["advised"] = wish?.target ?? "";
  }

  /** What paper shows is made when printing begins, and gone when it ends. */
  #toPaper(): void {
    this.#offPaper();
    const told = this.#told;
    if (told === null || this.#place.hidden || this.#place.childElementCount === 0) return;
    const { origin, pathname } = location;
    const address = decodeURI(`${origin}${pathname}#${writeLink(this.form.read(), this.form.isPersonal)}`);
    const page = this.#isWorksheet && told.advice !== null ? worksheet(told.advice, told.result) : sheet({ ...told, address }, this.root);
    this.root.append(page);
    this.root.classList.add("on-paper");
  }

  #offPaper(): void {
    this.root.classList.remove("on-paper");
    for (const page of this.root.querySelectorAll(":scope > .gt-paper")) page.remove();
  }

  #printWorksheet(): void {
    this.#isWorksheet = true;
    window.print();
    this.#isWorksheet = false;
  }
}

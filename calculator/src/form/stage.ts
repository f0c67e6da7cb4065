/** Where one screen's questions stand: they are borrowed from the form, fields and answers and all, and given back. */

import { el } from "../dom";
import { FOLD } from "../words";
import type { Form } from "./form";
import { inWords } from "./list";
import type { Question } from "./question";

export class Stage {
  #borrowed: { readonly box: HTMLElement; readonly place: Comment }[] = [];
  #shown: Question[] = [];
  #row: unknown = null;
  readonly #main = el("div", { class: "gt-stage-main" });

  constructor(
    private readonly place: HTMLElement,
    private readonly form: Form,
  ) {}

  get isEmpty(): boolean {
    return this.#shown.length === 0;
  }

  /** One question alone: the heading says it, its choices are large. */
  set isOne(value: boolean) {
    this.place.classList.toggle("is-one", value);
  }

  /** Puts other questions on the stage, those out of the ordinary folded below. */
  show(questions: readonly Question[], rare: readonly Question[]): void {
    this.clear();
    this.place.append(this.#main);
    for (const question of questions) this.add(question);
    if (rare.length === 0) return;
    const fold = el("details", { class: "gt-rare" }, el("summary", {}, FOLD.rare(rare.length)));
    this.place.append(fold);
    for (const question of rare) this.#borrow(question, fold);
  }

  /** One question more, below the others; of an entry, under the entry's name. */
  add(question: Question): void {
    const row = this.form.rowOf(question)?.row ?? null;
    if (row !== null && row !== this.#row) this.#main.append(el("p", { class: "gt-of" }, inWords(row)));
    this.#row = row;
    question.hidden = false;
    this.#borrow(question, this.#main);
    this.#shown.push(question);
  }

  /** Gives everything back. */
  clear(): void {
    for (const { box, place } of this.#borrowed) place.replaceWith(box);
    this.#borrowed = [];
    this.#shown = [];
    this.#row = null;
    this.#main.replaceChildren();
    this.place.replaceChildren();
  }

  #borrow(question: Question, to: HTMLElement): void {
    const place = document.createComment("");
    question.box.replaceWith(place);
    to.append(question.box);
    this.#borrowed.push({ box: question.box, place });
  }
}

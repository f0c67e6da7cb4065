/** The whole form: facts out, facts in, and which question a pointer means. */

import { steps, type Facts } from "../facts";
import type { KindOf } from "../link";
import { isHalfTyped, spreadDate } from "./date";
import { ListQuestion } from "./list";
import { Question } from "./question";

export class Form {
  readonly questions = new Map<string, Question>();
  readonly lists = new Map<string, ListQuestion>();
  readonly #kinds = new Map<string, string>();

  constructor(
    readonly box: HTMLFormElement,
    changed: () => void,
  ) {
    for (const element of box.querySelectorAll<HTMLElement>(".gt-q")) {
      const { key = "", kind = "" } = element.dataset;
      const list = element.parentElement?.closest<HTMLElement>(".gt-q")?.dataset["key"];
      this.#kinds.set(list === undefined ? key : `${list}.0.${key}`, kind);
    }
    for (const element of box.querySelectorAll<HTMLElement>(".gt-q")) {
      if (!element.isConnected || element.parentElement?.closest(".gt-q")) continue;
      if (element.dataset["kind"] === "list") {
        const list = new ListQuestion(element, changed);
        this.lists.set(list.key, list);
        this.questions.set(list.key, list.question);
      } else {
        const question = new Question(element);
        this.questions.set(question.key, question);
      }
    }
    box.addEventListener("input", ({ target }) => spreadIfDate(target));
    box.addEventListener("submit", (event) => event.preventDefault());
  }

  /** Facts that stay out of links. */
  readonly isPersonal = (key: string): boolean => this.questions.get(key)?.box.dataset["personal"] !== undefined;

  readonly kindOf: KindOf = (name) => this.#kinds.get(name);

  read(): Facts {
    const facts: Facts = {};
    for (const [key, question] of this.questions) {
      const value = this.lists.get(key)?.read() ?? (this.lists.has(key) ? null : question.read());
      if (value !== null && !(question.kind === "date" && isHalfTyped(question.box))) facts[key] = value;
    }
    return facts;
  }

  /** Fills the form with facts; what isn't named becomes unanswered. */
  write(facts: Facts): void {
    for (const [key, question] of this.questions) {
      const value = Object.hasOwn(facts, key) ? (facts[key] ?? null) : null;
      const list = this.lists.get(key);
      if (list) list.write(Array.isArray(value) ? value : null);
      else question.write(Array.isArray(value) ? null : value);
    }
  }

  /** The question that a pointer of the facts last read means. */
  at(pointer: string): Question | undefined {
    const [key, index, field] = steps(pointer);
    if (key === undefined) return undefined;
    if (index === undefined || field === undefined) return this.questions.get(key);
    return this.lists.get(key)?.at(Number(index), field) ?? this.questions.get(key);
  }

  /** Every question shown, those in rows too. */
  *all(): Generator<Question> {
    yield* this.questions.values();
    for (const list of this.lists.values()) for (const row of list.rows) yield* row.questions;
  }
}

function spreadIfDate(target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || target.dataset["part"] !== "y") return;
  const box = target.closest<HTMLElement>(".gt-q");
  if (box) spreadDate(box);
}

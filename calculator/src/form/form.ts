/** The whole form: facts out, facts in, and which question a pointer means. */

import { isEntries, steps, UNSURE, unsureIn, type Facts } from "../facts";
import type { KindOf } from "../link";
import { isHalfTyped, spreadDate } from "./date";
import { ListQuestion, type Row } from "./list";
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
        const list = new ListQuestion(element, { changed, opened: (opened) => this.#closeOthers(opened) });
        this.lists.set(list.key, list);
        this.questions.set(list.key, list.question);
      } else {
        const question = new Question(element);
        this.questions.set(question.key, question);
      }
    }
    box.addEventListener("input", ({ target }) => spreadIfDate(target));
    box.addEventListener("input", ({ target }) => this.#noteUnsure(target));
    box.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === "radio") this.#noteUnsure(target);
    });
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
    const unsure = [...this.#pointers()].filter(([, question]) => question.isUnsure).map(([at]) => at);
    if (unsure.length > 0) facts[UNSURE] = unsure;
    return facts;
  }

  /** What `read` would give with this choice made; the form stays as it is. */
  readIf(choice: HTMLInputElement): Facts {
    const same = this.box.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(choice.name)}"]`);
    const before = [...same].filter(({ checked }) => checked);
    choice.checked = true;
    const facts = this.read();
    choice.checked = false;
    for (const input of before) input.checked = true;
    return facts;
  }

  /** The answer to a question in words, one line for each entry of a list; null while there is none. */
  words(question: Question): string[] | null {
    const list = this.lists.get(question.key);
    if (list?.question === question) return list.words();
    const words = question.words();
    return words === null ? null : [words];
  }

  /** Opens the row that a question stands in. */
  reveal(question: Question): void {
    this.rowOf(question)?.list.reveal(question);
  }

  isAnswered(question: Question): boolean {
    return this.words(question) !== null;
  }

  /** The list and the row that a question stands in, if it is one of an entry. */
  rowOf(question: Question): { readonly list: ListQuestion; readonly row: Row } | null {
    for (const list of this.lists.values()) {
      const row = list.rows.find(({ questions }) => questions.includes(question));
      if (row) return { list, row };
    }
    return null;
  }

  /** Fills the form with facts; what isn't named becomes unanswered. */
  write(facts: Facts): void {
    this.#write(facts);
    const unsure = new Set(unsureIn(facts));
    this.read(); // so that pointers into rows have their places
    for (const [at, question] of this.#pointers()) question.isUnsure = unsure.has(at);
  }

  #write(facts: Facts): void {
    for (const [key, question] of this.questions) {
      const value = Object.hasOwn(facts, key) ? (facts[key] ?? null) : null;
      const list = this.lists.get(key);
      if (list) list.write(isEntries(value) ? value : null);
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

  /** Every question with its pointer into the facts last read. */
  *#pointers(): Generator<readonly [string, Question]> {
    for (const [key, question] of this.questions) yield [`/${key}`, question];
    for (const list of this.lists.values()) {
      for (const [index, row] of list.filled.entries()) {
        for (const question of row.questions) yield [`/${list.key}/${index}/${question.key}`, question];
      }
    }
  }

  /** “不确定”, chosen, is an answer too; any other answer takes it back. */
  #noteUnsure(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const box = target.closest<HTMLElement>(".gt-q");
    for (const question of this.all()) if (question.box === box) question.isUnsure = isUnsureChoice(target);
  }

  #closeOthers(opened: ListQuestion): void {
    for (const list of this.lists.values()) if (list !== opened) list.close();
  }

  /** Every question shown, those in rows too. */
  *all(): Generator<Question> {
    yield* this.questions.values();
    for (const list of this.lists.values()) for (const row of list.rows) yield* row.questions;
  }
}

function isUnsureChoice(field: HTMLElement): boolean {
  return field instanceof HTMLInputElement && field.type === "radio" && field.value === "";
}

function spreadIfDate(target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || target.dataset["part"] !== "y") return;
  const box = target.closest<HTMLElement>(".gt-q");
  if (box) spreadDate(box);
}

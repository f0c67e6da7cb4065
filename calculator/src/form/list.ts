/** A list of certificates or honours: “有 / 没有 / 不确定” and one row for each. */

import { need } from "../dom";
import type { Entry } from "../facts";
import { ROW } from "../words";
import { Question } from "./question";

export interface Row {
  readonly box: HTMLElement;
  readonly questions: readonly Question[];
}

export interface ListHooks {
  /** Entries came or went. */
  changed(): void;
  /** A row was opened: only one is open at a time. */
  opened(list: ListQuestion): void;
}

const PAUSE = " · ";
const NAMED = ["id", "name", "for", "list", "aria-labelledby", "aria-describedby"];

export class ListQuestion {
  readonly question: Question;
  readonly key: string;
  /** Rows as shown, and those that held something when the facts were last read. */
  rows: Row[] = [];
  filled: Row[] = [];

  readonly #place: HTMLElement;
  readonly #pattern: HTMLElement;
  readonly #add: HTMLButtonElement;
  #made = 0;

  constructor(
    box: HTMLElement,
    private readonly hooks: ListHooks,
  ) {
    this.question = new Question(box);
    this.key = this.question.key;
    this.#place = need(box, "[data-rows]");
    this.#pattern = need(this.#place, "[data-row]");
    this.#pattern.remove();
    this.#add = need<HTMLButtonElement>(box, "[data-add]");
    this.#add.addEventListener("click", () => this.#addAndFocus());
    for (const radio of this.#choices()) radio.addEventListener("change", () => this.#follow());
    this.#place.hidden = this.#add.hidden = true;
  }

  /** The entries; [] for “none”, null while nothing is said. */
  read(): Entry[] | null {
    const choice = this.#choice();
    this.filled = [];
    if (choice === "none") return [];
    if (choice === "") return null;
    const entries: Entry[] = [];
    for (const row of this.rows) {
      const entry = readRow(row);
      if (Object.keys(entry).length === 0) continue;
      entries.push(entry);
      this.filled.push(row);
    }
    return entries.length > 0 ? entries : null;
  }

  write(entries: readonly Entry[] | null): void {
    for (const row of this.rows) discard(row);
    this.rows = [];
    this.#choose(entries === null ? "" : entries.length === 0 ? "none" : "some");
    for (const entry of entries ?? []) {
      const row = this.#addRow();
      for (const question of row.questions) question.write(entry[question.key] ?? null);
      this.#close(row);
    }
    this.question.isUnsure = false;
    this.#follow();
  }

  /** Shows the rows that hold something as lines; an empty one stays open. */
  close(): void {
    for (const row of this.rows) this.#close(row);
  }

  get isStarted(): boolean {
    return this.#choice() !== "";
  }

  /** What the list holds, in words: one for each entry, or “没有”; null while nothing is said. */
  words(): string[] | null {
    const choice = this.#choices().find((radio) => radio.checked);
    if (choice?.value === "none") return [choice.closest("label")?.textContent?.trim() ?? ""];
    const found = this.rows.map(inWords).filter((words) => words !== "");
    return choice?.value === "" || found.length === 0 ? null : found;
  }

  /** Opens the row that a question of it stands in. */
  reveal(question: Question): void {
    const row = this.rows.find(({ questions }) => questions.includes(question));
    if (row) this.#open(row);
  }

  /** The question of a field, by the entry's place in the facts last read. */
  at(index: number, field: string): Question | undefined {
    return this.filled[index]?.questions.find((question) => question.key === field);
  }

  #addAndFocus(): void {
    const row = this.#addRow();
    this.#open(row);
    this.#number();
    row.box.querySelector<HTMLElement>("select, input")?.focus();
    this.hooks.changed();
  }

  #remove(row: Row): void {
    const place = this.rows.indexOf(row);
    discard(row);
    this.rows.splice(place, 1);
    const neighbour = this.rows[Math.max(0, place - 1)];
    if (neighbour) {
      this.#open(neighbour);
      neighbour.box.querySelector<HTMLElement>("select, input")?.focus();
    } else {
      this.#choose("");
      this.#choices().find((radio) => radio.checked)?.focus();
      this.#follow();
    }
    this.#number();
    this.hooks.changed();
  }

  /** A new row from the pattern, with names of its own. */
  #addRow(): Row {
    const box = this.#pattern.cloneNode(true) as HTMLElement;
    const number = this.#made++;
    const rename = (value: string): string =>
      value.replaceAll(`${this.key}.0`, `${this.key}.${number}`).replaceAll(`${this.key}-0`, `${this.key}-${number}`);
    for (const element of [box, ...box.querySelectorAll("*")]) {
      for (const name of NAMED) {
        const value = element.getAttribute(name);
        if (value !== null) element.setAttribute(name, rename(value));
      }
    }
    const row: Row = { box, questions: [...box.querySelectorAll<HTMLElement>(".gt-q")].map((question) => new Question(question)) };
    const remove = need<HTMLButtonElement>(box, "[data-remove]");
    remove.hidden = false;
    remove.addEventListener("click", () => this.#remove(row));
    need(box, "[data-drop]").addEventListener("click", () => this.#remove(row));
    need(box, "[data-change]").addEventListener("click", () => {
      this.#open(row);
      row.box.querySelector<HTMLElement>("select, input")?.focus();
    });
    const done = need<HTMLButtonElement>(box, "[data-done]");
    done.hidden = false;
    done.addEventListener("click", () => {
      this.#close(row);
      if (inWords(row) !== "") need(row.box, "[data-change]").focus();
    });
    this.#place.append(box);
    this.rows.push(row);
    return row;
  }

  #open(row: Row): void {
    for (const other of this.rows) if (other !== row) this.#close(other);
    need(row.box, "[data-line]").hidden = true;
    need(row.box, "[data-edit]").hidden = false;
    this.hooks.opened(this);
  }

  #close(row: Row): void {
    const words = inWords(row);
    if (words === "") return;
    const [what = "", ...rest] = words.split(PAUSE);
    need(row.box, "[data-what]").textContent = what;
    need(row.box, "[data-when]").textContent = rest.join(PAUSE);
    need(row.box, "[data-change]").setAttribute("aria-label", ROW.change(what));
    need(row.box, "[data-drop]").setAttribute("aria-label", ROW.remove(what));
    need(row.box, "[data-line]").hidden = false;
    need(row.box, "[data-edit]").hidden = true;
  }

  /** Rows show only with “some”, and then there is at least one. */
  #follow(): void {
    const some = this.#choice() === "some";
    if (some && this.rows.length === 0) this.#open(this.#addRow());
    this.#place.hidden = !some;
    this.#add.hidden = !some;
    this.#number();
  }

  #number(): void {
    this.rows.forEach((row, index) => {
      need(row.box, "[data-number]").textContent = String(index + 1);
    });
  }

  #choices(): HTMLInputElement[] {
    return [...this.question.box.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${this.key}"]`)];
  }

  #choice(): string {
    return this.#choices().find((radio) => radio.checked)?.value ?? "";
  }

  #choose(value: string): void {
    for (const radio of this.#choices()) radio.checked = radio.value === value;
  }
}

/** An entry in words, what it is first: its name, its level, its date. */
export function inWords(row: Row): string {
  const own = row.questions.filter((question) => !question.isElsewhere && !question.isRare);
  const names = own.filter(({ kind }) => kind === "text").concat(own.filter(({ kind }) => kind !== "text"));
  return names.map((question) => question.words()).filter((words) => words !== null).join(PAUSE);
}

/** Takes a row off the page, emptied and in pieces: the theme goes on knowing the folds in it, and by them the rest. */
function discard(row: Row): void {
  for (const question of row.questions) question.write(null);
  row.box.remove();
  row.box.replaceChildren();
}

function readRow(row: Row): Entry {
  const answers = row.questions.map((question) => [question.key, question.read()] as const);
  return Object.fromEntries(answers.filter((pair): pair is readonly [string, string | number | boolean] => pair[1] !== null));
}

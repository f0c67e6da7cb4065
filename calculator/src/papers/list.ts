/** The page for a list of people: a file in, everybody's answer out, papers for the chosen. */

import { el, need } from "../dom";
import { filesFrom, save } from "./files";
import { mappedFields, showMapping, type Opened } from "./mapping";
import { Office } from "./office";
import { inView, type OpenQuestion, type Order, type PersonResult, type Summary, type View } from "./people";
import { questionList, type Common } from "./questions";
import { PAGE, peopleTable } from "./table";
import { Task } from "./task";
import { FILE, SAY } from "./words";

/** People in one call to the worker: short enough to stop soon, long enough not to be slow. */
const CHUNK = 100;

interface Page {
  readonly people: readonly PersonResult[];
  readonly done: boolean;
}

export class ListPage {
  readonly #office: Office;
  readonly #task: Task;
  #source: Uint8Array<ArrayBuffer> | null = null;
  #opened: Opened | null = null;
  #people: PersonResult[] = [];
  #summary: Summary | null = null;
  #common: Common = new Map();
  #chosen = new Set<number>();
  #view: View = { group: "", words: "", order: "row" };
  #shown = PAGE;

  constructor(private readonly root: HTMLElement) {
    this.#office = new Office(root);
    this.#task = new Task(root, this.#office);
    for (const part of root.querySelectorAll<HTMLElement>("[data-needs-script]")) part.hidden = false;
    filesFrom(this.#part("choose"), (data) => this.#open(data, ""));
    this.#on("start", () => void this.#calculate());
    this.#on("clear", () => this.#clear());
    this.#on("results", () => this.#save("results_book", FILE.results));
    this.#on("annex1", () => this.#save("annex_1_of_list", FILE.annex1, this.#chosenRows()));
    this.#on("annex2", () => this.#save("annex_2_of_list", FILE.annex2, this.#chosenRows()));
    this.#on("print", () => {
      this.#showMore(Infinity); // paper has no button for the rest
      window.print();
    });
    filesFrom(this.#part("form"), (form) => this.#save("annex_1_into_form", FILE.annex1Form, this.#chosenRows(), form));
    const words = need<HTMLInputElement>(root, "[data-words]");
    words.addEventListener("input", () => this.#look({ words: words.value.trim() }));
    const order = need<HTMLSelectElement>(root, "[data-order]");
    order.addEventListener("change", () => this.#look({ order: order.value as Order }));
    this.#on("choose-shown", () => this.#chooseAll(true));
    this.#on("choose-none", () => this.#chooseAll(false));
    this.#on("show-more", () => this.#showMore(this.#shown + PAGE));
    this.#on("show-all", () => this.#showMore(Infinity));
  }

  #part(name: string): HTMLElement {
    return need(this.root, `[data-${name}]`);
  }

  #on(act: string, run: () => void): void {
    need(this.root, `[data-act=${act}]`).addEventListener("click", run);
  }

  /** Opens a file. What was on the page stays until the new file is read. */
  #open(data: Uint8Array<ArrayBuffer>, sheet: string): void {
    void this.#task.run(SAY.reading, async () => {
      const opened = await this.#office.json<Opened>("read_list", data, sheet);
      this.#forget();
      this.#source = data;
      this.#opened = opened;
      showMapping(this.#part("mapping"), opened, (name) => this.#open(data, name));
      this.#part("said").textContent = "";
      need(this.root, "[data-act=clear]").hidden = false;
      need(this.root, "[data-act=start]").focus();
    });
  }

  async #calculate(): Promise<void> {
    await this.#task.run(SAY.reading, async (goesOn) => {
      const source = this.#source;
      const opened = this.#opened;
      if (source === null || opened === null) return;
      if (this.root.dataset["tools"] === undefined) await this.#office.json("read_list", source, opened.sheet);
      const day = need<HTMLInputElement>(this.root, "[data-as-of]").value;
      const options = {
        fields: mappedFields(this.#part("mapping"), opened.columns.length),
        as_of: day === "" ? null : day,
        blank_is_none: need<HTMLInputElement>(this.root, "[data-blank]").checked,
        common: Object.fromEntries(this.#common),
      };
      const { as_of, total } = await this.#office.json<{ as_of: string; total: number }>("begin", JSON.stringify(options));
      const people = await this.#everybody(total, goesOn);
      if (this.#source !== source) return;
      this.#people = people;
      this.#summary = await this.#office.json<Summary>("summary");
      this.#chosen.clear();
      this.#part("said").textContent = goesOn() ? "" : SAY.cancelled(people.length);
      this.#part("as-of-words").textContent = SAY.asOf(people.length, as_of);
      this.#show();
    });
  }

  /** The people until the end or until nobody wants more; always one chunk ahead, so that the worker never waits for the page. */
  async #everybody(total: number, goesOn: () => boolean): Promise<PersonResult[]> {
    const people: PersonResult[] = [];
    const ask = (): Promise<Page> => {
      const asked = this.#office.json<Page>("more", String(CHUNK));
      asked.catch(() => undefined); // where the one before it fails, nobody waits for this one
      return asked;
    };
    const ahead = [ask(), ask()];
    for (let asked = ahead.shift(); asked !== undefined; asked = ahead.shift()) {
      this.#task.progress(SAY.counting(people.length, total), people.length / total);
      const page = await asked;
      people.push(...page.people);
      if (!page.done && goesOn()) ahead.push(ask());
    }
    return people;
  }

  #show(): void {
    const summary = this.#summary;
    if (summary === null) return;
    this.#shown = PAGE;
    this.#part("questions").replaceChildren(
      ...questionList(summary, this.root.dataset["readings"] ?? "", this.#common, () => void this.#calculate()),
    );
    this.#part("results").hidden = false;
    this.#look({});
    this.root.dataset["answered"] = String(this.#people.length);
  }

  #look(change: Partial<View>): void {
    Object.assign(this.#view, change);
    if (Object.keys(change).length > 0) this.#shown = PAGE;
    this.#counts();
    const found = this.#found();
    const shown = found.slice(0, this.#shown);
    const questions = new Map<string, OpenQuestion>((this.#summary?.questions ?? []).map((question) => [question.key, question]));
    const choice = {
      has: (row: number) => this.#chosen.has(row),
      set: (row: number, chosen: boolean) => {
        if (chosen) this.#chosen.add(row);
        else this.#chosen.delete(row);
        this.#countChosen();
      },
    };
    this.#part("people").replaceChildren(shown.length > 0 ? peopleTable(shown, questions, choice) : el("p", {}, SAY.nobody));
    this.#part("shown").textContent = SAY.shown(shown.length, found.length);
    for (const act of ["show-more", "show-all"]) need(this.root, `[data-act=${act}]`).hidden = shown.length === found.length;
    this.#countChosen();
  }

  #found(): PersonResult[] {
    return inView(this.#people, this.#view, this.#summary?.groups ?? []);
  }

  #counts(): void {
    const groups = [{ id: "", name: SAY.all, count: this.#people.length }, ...(this.#summary?.groups ?? [])];
    const buttons = groups
      .filter((group) => group.count > 0 || group.id === "")
      .map((group) => {
        const pressed = String(this.#view.group === group.id);
        const count = el("b", { class: "gt-num" }, String(group.count));
        const button = el("button", { type: "button", class: "gt-count", "aria-pressed": pressed, "data-group": group.id }, count, group.name);
        button.addEventListener("click", () => {
          this.#look({ group: group.id });
          need(this.root, `[data-group="${group.id}"]`).focus();
        });
        return button;
      });
    this.#part("counts").replaceChildren(...buttons);
  }

  #showMore(count: number): void {
    this.#shown = count;
    this.#look({});
  }

  #chooseAll(chosen: boolean): void {
    if (chosen) for (const person of this.#found()) this.#chosen.add(person.row);
    else this.#chosen.clear();
    this.#look({});
  }

  #countChosen(): void {
    this.#part("chosen").textContent = SAY.chosen(this.#chosen.size);
    for (const button of this.root.querySelectorAll<HTMLButtonElement | HTMLInputElement>("[data-of-chosen]")) {
      button.disabled = this.#chosen.size === 0;
    }
  }

  #chosenRows(): string {
    return JSON.stringify({ rows: [...this.#chosen] });
  }

  #save(name: string, file: string, ...given: readonly (string | Uint8Array<ArrayBuffer>)[]): void {
    void this.#task.run(SAY.writing, async () => save(await this.#office.bytes(name, ...given), file));
  }

  #forget(): void {
    this.#task.cancel();
    this.#source = this.#opened = this.#summary = null;
    this.#people = [];
    this.#common.clear();
    this.#chosen.clear();
    this.#view = { group: "", words: "", order: "row" };
    need<HTMLInputElement>(this.root, "[data-words]").value = "";
    need<HTMLSelectElement>(this.root, "[data-order]").value = "row";
    need<HTMLSelectElement>(this.root, "[data-sheet]").onchange = null; // it remembers the file
    this.root.removeAttribute("data-answered");
    for (const name of ["columns", "counts", "questions", "people", "as-of-words", "said", "shown", "read", "sheet"]) this.#part(name).replaceChildren();
    for (const name of ["mapping", "results"]) this.#part(name).hidden = true;
  }

  /** Everything that was read is gone: the worker, the results, the fields. */
  #clear(): void {
    this.#office.clear();
    this.#forget();
    for (const field of this.root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input[type=date], input[type=file]")) field.value = "";
    need<HTMLInputElement>(this.root, "[data-blank]").checked = false;
    need(this.root, "[data-act=clear]").hidden = true;
    this.#task.refuse("");
    this.#part("said").textContent = SAY.cleared;
    /x/.exec("x"); // the browser keeps the last text that an expression was tried on
  }
}

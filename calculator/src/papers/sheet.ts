/** The page for annex 2: fields in, the form as it is printed, three copies in one print, the same as .docx. */

import { el, icon, need } from "../dom";
import type { Facts } from "../facts";
import { parametersOf, readLink } from "../link";
import { save } from "./files";
import { Office } from "./office";
import { Task } from "./task";
import { FILE, SAY } from "./words";

const PAUSE_MS = 400;
const COPIES = 3;

interface Laid {
  readonly cells: Readonly<Record<string, string>>;
  readonly attached: readonly { readonly field: string; readonly text: string }[];
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

interface Problem {
  readonly column: string;
  readonly value: string;
  readonly note: string;
  readonly says: string;
}

export class SheetPage {
  readonly #office: Office;
  readonly #task: Task;
  readonly #form: HTMLFormElement;
  readonly #kinds: Readonly<Record<string, string>>;
  #typing = 0;
  #asked = 0;

  constructor(private readonly root: HTMLElement) {
    document.documentElement.classList.add("gt-has-sheets");
    this.#office = new Office(root);
    this.#task = new Task(root, this.#office);
    this.#form = need<HTMLFormElement>(root, "form");
    this.#kinds = JSON.parse(root.dataset["kinds"] ?? "{}") as Record<string, string>;
    for (const part of root.querySelectorAll<HTMLElement>("[data-needs-script]")) part.hidden = false;
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = window.setTimeout(() => this.#lay(), PAUSE_MS);
    });
    const act = (name: string, run: () => void): void => need(root, `[data-act=${name}]`).addEventListener("click", run);
    act("clear", () => this.#clear());
    act("print", () => void this.#print());
    act("document", () => this.#save());
    const link = need<HTMLInputElement>(root, "[data-link]");
    act("from-link", () => this.#fromLink(parametersOf(link.value.slice(link.value.indexOf("#")))));
    this.#fromLink(parametersOf(location.hash));
    this.#draw({ cells: {}, attached: [], errors: [], warnings: [] });
  }

  #read(): Record<string, string> {
    return Object.fromEntries([...new FormData(this.#form)].map(([name, value]) => [name, String(value)]));
  }

  /** What the calculator's link says; it holds no personal data, so those fields stay as they are. */
  #fromLink(parameters: URLSearchParams | null): void {
    if (parameters === null) return;
    const facts: Facts = readLink(parameters, (name) => this.#kinds[name]);
    void this.#task.run(SAY.reading, async () => {
      const fields = await this.#office.json<Record<string, string>>("annex_2_from_facts", JSON.stringify(facts));
      for (const [name, text] of Object.entries(fields)) {
        const field = this.#form.elements.namedItem(name);
        if ((field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) && field.value === "") field.value = text;
      }
      await this.#ask();
    });
  }

  #lay(): void {
    void this.#task.run(SAY.preparing, () => this.#ask());
  }

  async #ask(): Promise<void> {
    const turn = ++this.#asked;
    const laid = await this.#office.json<Laid>("annex_2_form", JSON.stringify(this.#read()));
    if (turn === this.#asked) this.#draw(laid);
  }

  #draw(laid: Laid): void {
    const copies = Array.from({ length: COPIES }, (_, index) => [this.#sheet(laid), ...this.#attached(laid)].map((page) => marked(page, index > 0)));
    need(this.root, "[data-sheets]").replaceChildren(...copies.flat());
    need(this.root, "[data-overflow]").textContent = laid.attached.length > 0 ? `${SAY.see}：${laid.attached.map(({ field }) => field).join("、")}。` : "";
    need(this.root, "[data-problems]").replaceChildren(
      ...blanks(laid.errors.filter((problem) => problem.value === "")),
      ...laid.errors.filter((problem) => problem.value !== "").map((problem) => line(problem, "wrong", "x", SAY.error)),
      ...laid.warnings.map((problem) => line(problem, "ask", "ask", SAY.warning)),
    );
    need(this.root, "[data-checks]").hidden = laid.errors.length + laid.warnings.length === 0;
    this.root.dataset["laid"] = String(this.#asked);
  }

  #sheet(laid: Laid): HTMLElement {
    const page = need<HTMLTemplateElement>(this.root, "template").content.cloneNode(true) as DocumentFragment;
    for (const cell of page.querySelectorAll<HTMLElement>("[data-cell]")) cell.textContent = laid.cells[cell.dataset["cell"] ?? ""] ?? "";
    return page.firstElementChild as HTMLElement;
  }

  #attached(laid: Laid): HTMLElement[] {
    if (laid.attached.length === 0) return [];
    const parts = laid.attached.flatMap(({ field, text }) => [el("h3", {}, field), el("p", {}, text)]);
    return [el("section", { class: "gt-sheet is-attached" }, el("h2", {}, SAY.attached), el("p", {}, laid.cells["姓名"] ?? ""), ...parts)];
  }

  async #print(): Promise<void> {
    await this.#task.run(SAY.preparing, () => this.#ask());
    window.print();
  }

  #save(): void {
    void this.#task.run(SAY.writing, async () => save(await this.#office.bytes("annex_2_document", JSON.stringify(this.#read())), FILE.annex2));
  }

  #clear(): void {
    clearTimeout(this.#typing);
    this.#asked++;
    this.#task.cancel();
    this.#office.clear();
    this.#form.reset();
    need<HTMLInputElement>(this.root, "[data-link]").value = "";
    if (location.hash !== "") history.replaceState(history.state, "", location.pathname + location.search);
    this.#draw({ cells: {}, attached: [], errors: [], warnings: [] });
    need(this.root, "[data-said]").textContent = SAY.cleared;
    /x/.exec("x"); // the browser keeps the last text that an expression was tried on
  }
}

function marked(page: HTMLElement, isCopy: boolean): HTMLElement {
  page.classList.toggle("is-copy", isCopy);
  if (isCopy) page.setAttribute("aria-hidden", "true");
  return page;
}

/** What is still empty, in one line: at the beginning that is nearly everything. */
function blanks(problems: readonly Problem[]): HTMLElement[] {
  if (problems.length === 0) return [];
  return [el("li", {}, el("p", {}, chip("blank", "dots", SAY.notFilled), ` ${problems.map(({ column }) => column).join("、")}`))];
}

function line(problem: Problem, look: string, drawing: string, kind: string): HTMLElement {
  return el("li", {}, el("p", {}, chip(look, drawing, kind), ` ${problem.says} `, el("span", { class: "gt-meta" }, problem.note)));
}

function chip(look: string, drawing: string, kind: string): HTMLElement {
  return el("span", { class: `gt-chip ${look}` }, icon(drawing), kind);
}

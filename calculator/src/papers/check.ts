/** The page for a finished annex 1: everything that is wrong, what it should be, and a corrected file. */

import { el, icon, need } from "../dom";
import { filesFrom, save } from "./files";
import { Office } from "./office";
import { Task } from "./task";
import { FILE, SAY } from "./words";

const CHUNK = 200;
const PAGE = 50;

interface Finding {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly severity: "error" | "warning";
  readonly note: string;
  readonly says: string;
  readonly suggestion: string;
}

interface Rows {
  readonly rows: number;
  readonly findings: readonly Finding[];
  readonly done: boolean;
}

export class CheckPage {
  readonly #office: Office;
  readonly #task: Task;
  #name = "";
  #findings: Finding[] = [];
  #rows = 0;
  #fixed = new Set<Finding>();
  #onlyErrors = false;
  #shown = PAGE;

  constructor(private readonly root: HTMLElement) {
    this.#office = new Office(root);
    this.#task = new Task(root, this.#office);
    for (const part of root.querySelectorAll<HTMLElement>("[data-needs-script]")) part.hidden = false;
    filesFrom(need(root, "[data-choose]"), (data, name) => this.#check(data, name));
    const act = (name: string, run: () => void): void => need(root, `[data-act=${name}]`).addEventListener("click", run);
    act("clear", () => this.#clear());
    act("corrected", () => this.#save());
    act("take-all", () => {
      for (const finding of this.#wanted()) if (finding.suggestion !== "") this.#fixed.add(finding);
      this.#show();
    });
    act("show-more", () => {
      this.#shown += PAGE;
      this.#show();
    });
    const errors = need<HTMLInputElement>(root, "[data-errors]");
    errors.addEventListener("change", () => {
      this.#onlyErrors = errors.checked;
      this.#shown = PAGE;
      this.#show();
    });
  }

  #check(data: Uint8Array<ArrayBuffer>, name: string): void {
    void this.#task.run(SAY.reading, async (goesOn) => {
      const head = await this.#office.json<{ findings: readonly Finding[] }>("read_annex_1", data);
      const findings = [...head.findings];
      let rows = 0;
      for (let done = false; !done && goesOn(); ) {
        const next = await this.#office.json<Rows>("check_more", String(CHUNK));
        findings.push(...next.findings);
        rows += next.rows;
        done = next.done;
        this.#task.progress(SAY.checking(rows), null);
      }
      this.#forget();
      this.#name = name;
      this.#findings = findings;
      this.#rows = rows;
      need(this.root, "[data-results]").hidden = false;
      need(this.root, "[data-act=clear]").hidden = false;
      need(this.root, "[data-said]").textContent = "";
      this.#show();
      this.root.dataset["checked"] = String(rows);
    });
  }

  #wanted(): Finding[] {
    return this.#findings.filter((finding) => !this.#onlyErrors || finding.severity === "error");
  }

  #show(): void {
    const errors = this.#findings.filter((finding) => finding.severity === "error").length;
    const warnings = this.#findings.length - errors;
    need(this.root, "[data-count]").textContent =
      this.#findings.length === 0 ? SAY.noFindings(this.#rows) : SAY.errors(errors, warnings, this.#rows);
    const wanted = this.#wanted();
    need(this.root, "[data-findings]").replaceChildren(...wanted.slice(0, this.#shown).map((finding) => this.#line(finding)));
    need(this.root, "[data-act=show-more]").hidden = wanted.length <= this.#shown;
    need(this.root, "[data-fixes]").textContent = SAY.changes(this.#fixed.size);
    need<HTMLButtonElement>(this.root, "[data-act=corrected]").disabled = this.#fixed.size === 0;
    need(this.root, "[data-act=take-all]").hidden = !wanted.some((finding) => finding.suggestion !== "" && !this.#fixed.has(finding));
  }

  #line(finding: Finding): HTMLElement {
    const isError = finding.severity === "error";
    const chip = el("span", { class: `gt-chip ${isError ? "wrong" : "ask"}` }, icon(isError ? "x" : "ask"), isError ? SAY.error : SAY.warning);
    const where = el("b", {}, `${SAY.row(finding.row)} ${finding.column}`);
    return el("li", {}, el("p", {}, chip, " ", where, " ", el("span", { class: "gt-meta" }, finding.note)), el("p", {}, finding.says), this.#suggestion(finding));
  }

  #suggestion(finding: Finding): HTMLElement | null {
    if (finding.suggestion === "") return null;
    const fixed = this.#fixed.has(finding);
    const button = el("button", { class: "gt-btn", type: "button" }, fixed ? SAY.undo : SAY.change(finding.suggestion));
    button.addEventListener("click", () => {
      if (fixed) this.#fixed.delete(finding);
      else this.#fixed.add(finding);
      const place = [...(button.closest("ol")?.children ?? [])].indexOf(button.closest("li") as HTMLElement);
      this.#show();
      need(this.root, "[data-findings]").children[place]?.querySelector("button")?.focus();
    });
    const done = fixed ? el("span", {}, icon("yes"), ` ${SAY.changed}：${finding.suggestion}`) : null;
    return el("p", { class: "gt-acts" }, done, button);
  }

  #save(): void {
    const fixes = [...this.#fixed].map(({ row, column, suggestion }) => ({ row, column, text: suggestion }));
    const kind = /\.(csv|txt)$/i.test(this.#name) || this.#name === "" ? "csv" : "xlsx";
    void this.#task.run(SAY.writing, async () => {
      save(await this.#office.bytes("corrected", JSON.stringify(fixes)), `${FILE.corrected}.${kind}`);
    });
  }

  #forget(): void {
    this.#name = "";
    this.#findings = [];
    this.#fixed.clear();
    this.#shown = PAGE;
    this.root.removeAttribute("data-checked");
    for (const name of ["count", "findings", "fixes"]) need(this.root, `[data-${name}]`).replaceChildren();
    need(this.root, "[data-results]").hidden = true;
  }

  #clear(): void {
    this.#task.cancel();
    this.#office.clear();
    this.#forget();
    need<HTMLTextAreaElement>(this.root, "textarea").value = "";
    need(this.root, "[data-act=clear]").hidden = true;
    this.#task.refuse("");
    need(this.root, "[data-said]").textContent = SAY.cleared;
    /x/.exec("x"); // the browser keeps the last text that an expression was tried on
  }
}

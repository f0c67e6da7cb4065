/** What the rules say after the answer: what would turn a no, who signs what, what to put forward. It fills places kept for it. */

import { dated, el, icon } from "../dom";
import { LABEL, SIGN } from "../words";
import { fold } from "./folds";
import type { Places } from "./law";
import type { Confirm } from "./result";

export interface Line {
  readonly who: string;
  readonly does: string;
  readonly statement: string;
  readonly clause: string;
}

export interface Change {
  readonly kind: "wait" | "change" | "fixed";
  readonly says: string;
  readonly date: string | null;
}

export interface Achievements {
  readonly period: string;
  readonly since: readonly { readonly name: string; readonly date: string | null }[];
  readonly groups: readonly { readonly name: string; readonly items: readonly string[] }[];
  readonly statement: string;
  readonly clause: string;
  readonly quote: string;
  readonly confirm: Confirm;
}

export interface Advice {
  readonly changes: Readonly<Record<string, Change>>;
  readonly signatures: { readonly title_to_skill: readonly Line[]; readonly skill_to_title: readonly Line[] };
  readonly recommendations: readonly (Line & { readonly target: string; readonly by: string })[];
  readonly achievements: Achievements;
}

/** A place in the answer that advice will fill; hidden until then. */
export function kept(name: string): HTMLElement {
  return el("div", { "data-advice": name, hidden: "" });
}

/** Until the next advice is here, nothing of the last is shown; its place is kept, so that nothing moves. */
export function withholdAdvice(answer: HTMLElement): void {
  for (const place of answer.querySelectorAll("[data-advice]:not([hidden])")) place.setAttribute("data-stale", "");
}

/** Without advice there is only what stood there before it. */
export function fillAdvice(answer: HTMLElement, advice: Advice | null, places: Places): void {
  if (advice !== null) {
    for (const [key, change] of Object.entries(advice.changes)) fill(answer, `change-${key}`, ...changed(change));
    fill(answer, "title_to_skill", ...signatures(advice.signatures.title_to_skill, places));
    const titles = [...signatures(advice.signatures.skill_to_title, places), ...recommended(advice, places), worksheet(advice.achievements, places)];
    fill(answer, "skill_to_title", ...titles);
  }
  for (const place of answer.querySelectorAll<HTMLElement>("[data-stale]")) empty(place);
  for (const double of answer.querySelectorAll<HTMLElement>("[data-steps]")) double.hidden = advice !== null; // the same steps, with who takes them
}

function fill(answer: HTMLElement, name: string, ...parts: readonly Node[]): void {
  const place = answer.querySelector<HTMLElement>(`[data-advice="${name}"]`);
  if (place === null || parts.length === 0) return;
  place.replaceChildren(...parts);
  place.hidden = false;
  place.removeAttribute("data-stale");
}

function empty(place: HTMLElement): void {
  place.replaceChildren();
  place.hidden = true;
  place.removeAttribute("data-stale");
}

function changed({ says }: Change): Node[] {
  return [el("dl", { class: "facts gt-change" }, el("dt", {}, LABEL.change), el("dd", {}, dated(says)))];
}

function table(head: readonly string[], rows: readonly (readonly (Node | string)[])[], name: string): HTMLElement {
  return el(
    "table",
    { class: `gt-ledger ${name}` },
    el("thead", {}, el("tr", {}, ...head.map((words) => el("th", { scope: "col" }, words)))),
    el("tbody", {}, ...rows.map((cells) => el("tr", {}, ...cells.map((cell) => el("td", {}, cell))))),
  );
}

function signatures(lines: readonly Line[], places: Places): Node[] {
  if (lines.length === 0) return [];
  const rows = lines.map(({ who, does, clause, statement }, index) => [String(index + 1), who, does, places.clause(clause, statement)]);
  return [el("h3", {}, SIGN.order), table(SIGN.head, rows, "is-order")];
}

function recommended({ recommendations }: Advice, places: Places): Node[] {
  const rows = recommendations.map(({ target, who, by, clause, statement }) => [
    target,
    by,
    who,
    places.clause(clause, statement),
  ]);
  return [fold(SIGN.direct, table(SIGN.directHead, rows, "is-direct"))];
}

/** A sheet to fill in by hand: what the text lists, with room beside it. */
export function worksheetTable({ groups }: Achievements): HTMLElement {
  const rows = groups.flatMap(({ name, items }) => items.map((item) => [name, item, "", ""]));
  return table(SIGN.worksheetHead, rows, "is-blank");
}

function worksheet(achievements: Achievements, places: Places): Node {
  const { period, since, clause, statement, quote, confirm } = achievements;
  const print = el("button", { class: "gt-btn no-print", type: "button", "data-act": "print-worksheet" }, icon("print"), SIGN.print);
  const begins = since.map(({ name, date }) => (date === null ? name : SIGN.since(name, date))).join("；");
  return fold(
    SIGN.worksheet,
    el("p", {}, SIGN.period(period), begins === "" ? null : dated(` ${begins}。`)),
    el("p", { class: "gt-meta" }, `${confirm.says}？`, confirm.office === null ? null : LABEL.ask(confirm.office), ...places.readings(confirm.readings)),
    print,
    worksheetTable(achievements),
    el("div", { class: "gt-law" }, places.clause(clause, statement), el("q", {}, quote)),
  );
}

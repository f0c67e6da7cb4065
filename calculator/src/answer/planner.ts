/** “往前的路”: choose a level, see the ways there. One element for the whole visit, so that what was chosen stays. */

import { dated, el, type Child } from "../dom";
import type { Rung } from "../picture/overpass";
import { LABEL, PLAN } from "../words";
import { fold } from "./folds";
import type { Places } from "./law";
import { section } from "./parts";
import type { Confirm, Result } from "./result";

interface Step {
  readonly target: string;
  readonly name: string;
  readonly says: string;
  readonly apply: string;
  readonly obtained: string;
  readonly session: string | null;
  readonly statement: string;
  readonly clause: string;
  readonly quote: string;
  readonly confirm: readonly Confirm[];
  readonly others: readonly { readonly route: string; readonly says: string; readonly from: string }[];
}

interface Way {
  readonly from: string;
  readonly steps: readonly Step[];
}

export interface Plan {
  readonly name: string;
  readonly says: string;
  readonly ways: readonly Way[];
  readonly assumes: readonly string[];
  /** Where the title road ends. */
  readonly end: { readonly date: string; readonly says: string } | null;
  readonly waits: { readonly skill_months: number; readonly title_months: number };
}

/** What the planner asks the rules for, besides the person's facts. */
export interface Wish {
  readonly target: string;
  readonly skill_months?: number;
  readonly title_months?: number;
}

const MOST_MONTHS = 60;

export class Planner {
  readonly element: HTMLElement;
  readonly #target = el("select", { class: "gt-in", id: "plan-target" });
  readonly #months = { skill_months: months("plan-skill"), title_months: months("plan-title") };
  readonly #ways = el("div", { "aria-live": "polite", "data-ways": "" });
  #shown = "";

  constructor(
    private readonly places: Places,
    wished: () => void,
  ) {
    const fields = [
      field(PLAN.target, this.#target),
      field(PLAN.skillMonths, this.#months.skill_months),
      field(PLAN.titleMonths, this.#months.title_months),
    ];
    this.element = section(LABEL.plan, el("p", { class: "gt-meta no-print" }, PLAN.lead), el("div", { class: "gt-plan no-print" }, ...fields), this.#ways);
    for (const input of [this.#target, ...Object.values(this.#months)]) input.addEventListener("change", wished);
  }

  /** Offers the rungs above what is held; keeps the choice, else takes the first that is not open yet. */
  offer({ overpass: { rungs } }: Result): void {
    const open = rungs.filter(({ id, state }) => id !== "honour" && state !== "held" && state !== "past");
    const wanted = open.some(({ id }) => id === this.#target.value) ? this.#target.value : (first(open)?.id ?? "");
    const names = open.map(({ id, name }) => `${id}=${name}`).join();
    if (names !== this.#shown) {
      this.#shown = names;
      this.#target.replaceChildren(...open.map(({ id, name }) => el("option", { value: id }, name)));
    }
    this.#target.value = wanted;
    this.element.hidden = open.length === 0;
  }

  get wish(): Wish | null {
    if (this.element.hidden) return null;
    const chosen = Object.entries(this.#months).flatMap(([key, input]) => (input.value === "" || !input.validity.valid ? [] : [[key, Number(input.value)]]));
    return { target: this.#target.value, ...(Object.fromEntries(chosen) as Omit<Wish, "target">) };
  }

  show(plan: Plan): void {
    for (const [key, input] of Object.entries(this.#months)) {
      if (input.value === "") input.value = String(plan.waits[key as keyof Plan["waits"]]);
    }
    const [best, ...rest] = plan.ways;
    this.#ways.replaceChildren(
      el("p", { class: "gt-then" }, el("b", {}, dated(plan.says))),
      ...(best === undefined ? [] : [this.#way(best, plan.end)]),
      ...(rest.length === 0 ? [] : [el("h3", {}, PLAN.others), ...rest.map((way) => this.#other(way))]),
      fold(PLAN.assumes, el("ul", { class: "gt-plain-list" }, ...plan.assumes.map((says) => el("li", {}, says)))),
    );
  }

  /** Keeps nothing of what was shown or chosen. */
  clear(): void {
    this.#shown = "";
    this.#target.replaceChildren();
    for (const input of Object.values(this.#months)) input.value = "";
    this.#ways.replaceChildren();
    this.element.hidden = true;
  }

  #way({ steps }: Way, end: Plan["end"]): HTMLElement {
    const last = end === null ? [] : [el("li", { class: "retirement" }, el("b", { class: "gt-num" }, end.date), el("span", {}, end.says))];
    return el("ol", { class: "gt-time gt-way" }, ...steps.map((step) => this.#step(step)), ...last);
  }

  #other(way: Way): HTMLElement {
    const over = way.steps.slice(0, -1).map(({ name }) => name);
    const words = over.length === 0 ? PLAN.straight(way.from) : PLAN.over(way.from, over.join("、"));
    return fold(words, this.#way(way, null));
  }

  #step({ name, says, apply, obtained, session, clause, statement, quote, confirm, others }: Step): HTMLElement {
    const line = (...words: readonly Child[]): HTMLElement => el("span", {}, ...words);
    return el(
      "li",
      { class: "opens" },
      el("b", {}, dated(PLAN.apply(apply, name))),
      line(PLAN.road(says), session === null ? null : dated(PLAN.session(session))),
      line(dated(PLAN.obtained(obtained))),
      ...others.map((other) => line(dated(PLAN.other(other.says, other.from)))),
      ...(confirm.length === 0 ? [] : [line(PLAN.confirm(confirm.map((one) => one.says).join("；")))]),
      el("div", { class: "gt-law" }, this.places.clause(clause, statement), el("q", {}, quote)),
    );
  }
}

/** The first rung that opens on a known day, else the first that is not open now; skill levels before titles. */
function first(rungs: readonly Rung[]): Rung | undefined {
  const closed = rungs.filter(({ state }) => state !== "open");
  return closed.find(({ date }) => date !== null) ?? closed[0] ?? rungs[0];
}

function months(id: string): HTMLInputElement {
  return el("input", { class: "gt-in", id, type: "number", inputmode: "numeric", min: "0", max: String(MOST_MONTHS), step: "1" });
}

function field(words: string, input: HTMLElement): HTMLElement {
  return el("label", { class: "gt-field", for: input.id }, el("span", {}, words), input);
}

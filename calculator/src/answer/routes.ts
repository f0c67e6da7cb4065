/** The reasons: the routes of a target, each with the conditions that were evaluated. */

import { dated, el, icon } from "../dom";
import { CONDITION, LABEL } from "../words";
import type { Means } from "./lasting";
import type { Places } from "./law";
import type { Condition, Route, Target } from "./result";
import { byLook, chip, shown, type Shown } from "./status";

/** Best route first; what all routes ask for stands once, at the end. */
export function routes(target: Target, asOf: string, means: Means): HTMLElement {
  const { lasting } = means;
  const ordered = byLook(target.routes, (route) => look(route, asOf));
  const shared = inAll(ordered);
  const isShared = (condition: Condition): boolean => shared.has(keyOf(condition));
  const ways = ordered.map((route) => {
    const name = `${target.name} ${route.id}`;
    const seen = look(route, asOf);
    const head = lasting.part(`${name} head`, [route.name, seen], () => el("p", {}, `${route.name} `, chip(seen)));
    return way(name, head, route.conditions.filter((condition) => !isShared(condition)), isSettled(route), asOf, means);
  });
  const rest = ordered[0]?.conditions.filter(isShared) ?? [];
  const name = `${target.name} shared`;
  const head = lasting.part(`${name} head`, null, () => el("p", {}, LABEL.shared));
  const last = rest.length === 0 ? null : way(name, head, rest, ordered.every(isSettled), asOf, means);
  return lasting.frame(`${target.name} routes`, () => el("div", { class: "gt-tree" }), [...ways, last]);
}

function way(name: string, head: HTMLElement, conditions: readonly Condition[], settled: boolean, asOf: string, { lasting, places }: Means): HTMLElement {
  const items = conditions.map((condition, index) =>
    lasting.part(`${name} ${index}`, [condition, settled, asOf], () => el("li", {}, one(condition, settled, asOf, places))),
  );
  const list = items.length === 0 ? null : lasting.frame(`${name} list`, () => el("ul", { class: "conds" }), items);
  return lasting.frame(name, () => el("div", { class: "way" }), [head, list]);
}

/** True where no answer and no day can open the route any more: what is unanswered in it need not be asked. */
export function isSettled({ status, earliest }: Route): boolean {
  return status === "not_eligible" && earliest === null;
}

function look(route: Route, asOf: string): Shown {
  const has = (wanted: Condition["status"]): boolean => route.conditions.some(({ status }) => status === wanted);
  return shown(route, asOf, has("unknown") ? "answer" : has("judgement") ? "office" : "nothing");
}

/** Keys of the conditions that stand, in the same words and state, in every one of several routes. */
function inAll(all: readonly Route[]): ReadonlySet<string> {
  const [first, ...others] = all.map(({ conditions }) => new Set(conditions.map(keyOf)));
  if (first === undefined || others.length === 0) return new Set();
  return new Set([...first].filter((one) => others.every((other) => other.has(one))));
}

export function keyOf(condition: Condition): string {
  return JSON.stringify(condition);
}

interface State {
  readonly look: string;
  readonly icon: string;
  readonly words: string;
}

const MET: State = { look: "yes", icon: "yes", words: CONDITION.met };
const LATER: State = { look: "dated", icon: "clock", words: CONDITION.later };
const UNMET: State = { look: "no", icon: "x", words: CONDITION.unmet };
const UNKNOWN: State = { look: "ask", icon: "ask", words: CONDITION.unknown };
const IDLE: State = { look: "idle", icon: "no", words: CONDITION.idle };
const JUDGEMENT: State = { look: "ask", icon: "ask", words: CONDITION.judgement };

function state({ status, since }: Condition, asOf: string): State {
  if (status === "met") return MET;
  if (status === "unmet") return since !== null && since > asOf ? LATER : UNMET;
  return status === "unknown" ? UNKNOWN : JUDGEMENT;
}

/** The state of a condition in a word. */
export function conditionState(condition: Condition, asOf: string): string {
  return state(condition, asOf).words;
}

function one(condition: Condition, settled: boolean, asOf: string, places: Places): HTMLElement {
  const found = state(condition, asOf);
  const { look, icon: drawing, words } = settled && found === UNKNOWN ? IDLE : found;
  return el(
    "div",
    { class: "gt-cond" },
    el("span", { class: `st ${look}` }, icon(drawing), words),
    el("span", {}, dated(condition.says)),
    el(
      "div",
      { class: "gt-law" },
      places.clause(condition.clause, condition.statement),
      ...places.readings(condition.readings),
      condition.quote ? el("q", {}, condition.quote) : null,
    ),
  );
}

/** Reasons on paper: what decides each level, every condition once, every statement quoted once, none for what is unanswered. */

import { dated, el } from "../dom";
import { LABEL } from "../words";
import type { Advice } from "./advice";
import { conditionState, isSettled, keyOf } from "./routes";
import type { Condition, Result, Target } from "./result";
import { above, byLook, chip, shownTarget } from "./status";

export function reasons(result: Result, advice: Advice | null): HTMLElement {
  const asOf = result.as_of;
  const quoted = new Set<string>();
  const ordered = byLook(above(result), ([, target]) => shownTarget(target, asOf));
  const told = ordered.map(([key, target]) => ({ key, target, conditions: deciding(target) }));
  const shared = inSeveral(told.map(({ conditions }) => conditions));
  const rows = told.flatMap(({ key, target, conditions }) => [
    title(target, asOf, advice?.changes[key]?.says ?? ""),
    ...conditions.filter((one) => !shared.has(keyOf(one))).map((one) => row(one, asOf, quoted)),
  ]);
  const common = [...shared.values()].map((one) => row(one, asOf, quoted));
  const rest = common.length === 0 ? [] : [el("tr", { class: "name" }, el("td", { colspan: "3" }, el("b", {}, LABEL.sharedByLevels))), ...common];
  return el("table", { class: "why" }, el("tbody", {}, ...rows, ...rest));
}

/** Of a road that is closed for good, what closes it; of any other, everything. */
function deciding({ routes }: Target): Condition[] {
  const all = routes.flatMap((route) => (isSettled(route) ? route.conditions.filter(({ status }) => status === "unmet") : route.conditions));
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

function inSeveral(lists: readonly (readonly Condition[])[]): Map<string, Condition> {
  const seen = new Map<string, number>();
  for (const one of lists.flat()) seen.set(keyOf(one), (seen.get(keyOf(one)) ?? 0) + 1);
  return new Map(lists.flat().filter((one) => (seen.get(keyOf(one)) ?? 0) > 1).map((one) => [keyOf(one), one]));
}

function title(target: Target, asOf: string, change: string): HTMLElement {
  return el("tr", { class: "name" }, el("td", { colspan: "3" }, el("b", {}, target.name), " ", chip(shownTarget(target, asOf)), change === "" ? null : dated(` ${LABEL.change}：${change}`)));
}

function row(condition: Condition, asOf: string, quoted: Set<string>): HTMLElement {
  const { statement, clause, quote, readings, says } = condition;
  const isFirst = condition.status !== "unknown" && !quoted.has(statement ?? clause);
  if (isFirst) quoted.add(statement ?? clause);
  const law = isFirst && quote !== "" ? `${clause}：“${quote}”` : clause;
  const read = readings.length === 0 ? [] : [` ${readings.map((number) => `解读 ${number}`).join("、")}`];
  return el("tr", {}, el("td", { class: "st" }, conditionState(condition, asOf)), el("td", {}, dated(says)), el("td", {}, law, ...read));
}

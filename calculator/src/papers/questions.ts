/** The open questions of the whole list, those first that touch most people; plain ones can be answered for everybody. */

import { el, icon } from "../dom";
import type { OpenQuestion, Summary } from "./people";
import { SAY } from "./words";

const FIRST = 3;

export type Common = Map<string, boolean | string>;

/** `common` holds what was said for everybody; `again` asks for a new calculation. */
export function questionList(summary: Summary, readings: string, common: Common, again: () => void): HTMLElement[] {
  const first = summary.questions.slice(0, FIRST);
  const rest = summary.questions.slice(FIRST);
  const settled = first[first.length - 1]?.settled ?? 0;
  if (first.length === 0 && common.size === 0) return [];
  const button = el("button", { class: "gt-btn", type: "button" }, icon("go"), SAY.again);
  button.addEventListener("click", again);
  const list = (questions: readonly OpenQuestion[]): HTMLElement =>
    el("ol", { class: "gt-open" }, ...questions.map((question) => item(question, readings, common)));
  return [
    el("h2", {}, settled > 0 ? SAY.settle(first.length, settled) : SAY.settleNone),
    list(first),
    ...(rest.length > 0 ? [el("details", { class: "gt-fold" }, el("summary", {}, SAY.moreQuestions(rest.length)), list(rest))] : []),
    el("p", { class: "gt-acts" }, button),
  ];
}

function item(question: OpenQuestion, readings: string, common: Common): HTMLElement {
  const basis = question.readings.map((id) => el("a", { href: `${readings}#${id.toLowerCase()}` }, SAY.reading_(id)));
  const facts = el("p", { class: "gt-meta" }, SAY.touches(question.people));
  if (question.office !== "") facts.append(" ・ ", SAY.ask(question.office));
  for (const link of basis) facts.append(" ・ ", link);
  return el("li", {}, el("p", {}, question.says), facts, forAll(question, common));
}

function forAll(question: OpenQuestion, common: Common): HTMLElement | null {
  if (question.choices.length === 0) return null;
  const select = el("select", { class: "gt-in" }, el("option", { value: "" }, SAY.notSame));
  select.append(...question.choices.map((choice, index) => el("option", { value: String(index) }, choice.label)));
  select.addEventListener("change", () => {
    const chosen = question.choices[Number(select.value)];
    if (select.value === "" || chosen === undefined) common.delete(question.key);
    else common.set(question.key, chosen.value);
  });
  return el("label", { class: "gt-forall" }, el("span", {}, SAY.forAll), select);
}

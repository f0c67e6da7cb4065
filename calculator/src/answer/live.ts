/** The short answer that stays in view: beside the form on the desk, at the foot of the phone. */

import { dated, el, icon, need } from "../dom";
import type { Question } from "../form/question";
import { LIVE, SENTENCE } from "../words";
import type { Result, Target } from "./result";
import { byStatus, chip, shownTarget } from "./status";

/** What was said last, so that only what changed is written again. */
let said = "";

/** Writes headline, targets and the way to the next question. `unsure`: pointers of what was answered with “不确定”. */
export function showLive(root: HTMLElement, result: Result, open: readonly Question[], unsure: ReadonlySet<string>): void {
  const words = result.interview.so_far ?? result.answer.headline;
  const headline = need(root, "[data-headline]");
  if (headline.textContent !== words) {
    headline.replaceChildren(el("p", { class: "gt-now" }, dated(words)));
    need(root, "[data-dock-text]").replaceChildren(el("b", {}, dated(short(words))));
  }
  const now = JSON.stringify([result.as_of, Object.values(result.targets).map(brief), [...unsure]]);
  const list = need(root, "[data-live]");
  if (now !== said || list.childElementCount === 0) {
    said = now;
    const targets = byStatus(Object.values(result.targets), result.as_of);
    list.replaceChildren(...targets.map((target) => line(target, result.as_of, unsure)));
  }
  need(root, "[data-next]").replaceChildren(...next(open));
  need(root, "[data-dock]").hidden = false;
  need(root, "[data-jump]").hidden = false;
}

/** What two lines of a phone hold. */
const DOCK_CHARACTERS = 34;

/** The first parts of a sentence, as many as the dock has room for. */
function short(words: string): string {
  const [first = "", ...rest] = words.split("；");
  let text = first;
  for (const part of rest) {
    if (text.length + part.length + 1 > DOCK_CHARACTERS) return `${text} …`;
    text += `；${part}`;
  }
  return text;
}

function brief({ status, answered, earliest, certain, confirm }: Target): unknown[] {
  return [status, answered, earliest, certain, confirm];
}

/** One level: not answered yet is one thing, answered and for an office to confirm another. */
function line(target: Target, asOf: string, unsure: ReadonlySet<string>): HTMLElement {
  const why = target.status === "needs_confirmation" && target.answered ? confirmed(target, unsure) : null;
  return el(
    "li",
    {},
    el("b", {}, target.name),
    chip(shownTarget(target, asOf)),
    why === null ? null : el("span", { class: "gt-meta" }, why),
  );
}

function confirmed(target: Target, unsure: ReadonlySet<string>): string {
  const offices = [...new Set(target.confirm.map(({ office }) => office).filter((office) => office !== null))];
  const whom = offices.length === 0 ? LIVE.office : offices.join("、");
  const isUnsure = target.routes.some(
    ({ status, conditions }) =>
      status === "needs_confirmation" &&
      conditions.some((condition) => condition.status === "judgement" && condition.facts.some((at) => unsure.has(at))),
  );
  return isUnsure ? LIVE.unsure(whom) : LIVE.judged(whom);
}

function next(open: readonly Question[]): Node[] {
  const [first] = open;
  if (first === undefined) return [el("p", { class: "gt-meta" }, SENTENCE.settled)];
  const go = el("button", { class: "gt-btn", type: "button" }, SENTENCE.next(first.label), icon("go"));
  go.addEventListener("click", () => first.focus());
  return [el("p", { class: "gt-meta" }, SENTENCE.left(open.length)), go];
}

/** Before the first answer, and after everything was cleared. */
export function showNothing(root: HTMLElement): void {
  said = "";
  need(root, "[data-headline]").replaceChildren(el("p", { class: "gt-meta" }, SENTENCE.first));
  for (const place of ["[data-live]", "[data-next]", "[data-answer]", "[data-dock-text]"]) need(root, place).replaceChildren();
  for (const place of ["[data-dock]", "[data-jump]", "[data-answer]"]) need(root, place).hidden = true;
}

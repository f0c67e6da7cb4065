/** The short answer that stays in view: beside the form on the desk, at the foot of the phone. */

import { dated, el, icon, need } from "../dom";
import type { Question } from "../form/question";
import { SENTENCE } from "../words";
import type { Result } from "./result";
import { byStatus, chip, shownTarget } from "./status";

/** Writes headline, targets and the way to the next question. */
export function showLive(root: HTMLElement, result: Result, open: readonly Question[]): void {
  const targets = byStatus(Object.values(result.targets), result.as_of);
  const headline = need(root, "[data-headline]");
  const words = result.answer.headline;
  if (headline.textContent !== words) headline.replaceChildren(el("p", { class: "gt-now" }, dated(words)));
  need(root, "[data-live]").replaceChildren(
    ...targets.map((target) => el("li", {}, el("b", {}, target.name), chip(shownTarget(target, result.as_of)))),
  );
  need(root, "[data-next]").replaceChildren(...next(open));
  need(root, "[data-dock-text]").replaceChildren(el("b", {}, dated(words)));
  need(root, "[data-dock]").hidden = false;
  need(root, "[data-jump]").hidden = false;
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
  need(root, "[data-headline]").replaceChildren(el("p", { class: "gt-meta" }, SENTENCE.first));
  for (const place of ["[data-live]", "[data-next]", "[data-answer]"]) need(root, place).replaceChildren();
  for (const place of ["[data-dock]", "[data-jump]", "[data-answer]"]) need(root, place).hidden = true;
}

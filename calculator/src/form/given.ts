/** What was answered so far, each with a way to change it; and what is still open though the interview leaves it out. */

import { dated, el, need } from "../dom";
import { LATE_MS } from "../moments";
import { GIVEN } from "../words";
import type { Form } from "./form";
import type { Question } from "./question";

let later = 0;

export function showGiven(root: HTMLElement, form: Form, open: readonly Question[], change: (question: Question) => void): void {
  const own = [...form.all()].filter((question) => form.rowOf(question) === null || question.isElsewhere);
  const given = own.filter((question) => question.isUnsure || form.isAnswered(question));
  const others = open.filter((question) => !given.includes(question) && own.includes(question));
  const box = need<HTMLDetailsElement>(root, "[data-given]");
  box.hidden = given.length === 0;
  need(box, "summary").textContent = GIVEN.heading(given.length);
  const fill = (): void => {
    clearTimeout(later);
    box.onclick = box.ontoggle = null;
    need(box, "[data-given-list]").replaceChildren(...[...given, ...others].map((question) => line(form, question, change)));
  };
  // Nobody waits for what is folded away; of what was cleared nothing stays, folded or not.
  if (box.open || box.hidden) return fill();
  clearTimeout(later);
  later = window.setTimeout(fill, LATE_MS);
  box.onclick = box.ontoggle = fill;
}

function line(form: Form, question: Question, change: (question: Question) => void): HTMLElement {
  const words = form.words(question);
  const isOpen = words === null && !question.isUnsure;
  const said = words ?? [isOpen ? GIVEN.others : GIVEN.unsure];
  const row = form.rowOf(question)?.row;
  const of = row === undefined ? "" : (row.box.querySelector("[data-what]")?.textContent ?? "");
  const label = of === "" ? question.label : `${of}：${question.label}`;
  const button = el("button", { class: "gt-small", type: "button", "aria-label": isOpen ? GIVEN.answerOf(label) : GIVEN.changeOf(label) }, isOpen ? GIVEN.answer : GIVEN.change);
  button.addEventListener("click", () => change(question));
  const lines = said.flatMap((part, index) => (index === 0 ? [dated(part)] : [el("br"), dated(part)]));
  return el("li", {}, el("span", {}, label), el("span", { class: words === null ? "gt-open-answer" : null }, ...lines), button);
}

/** What was answered so far, each with a way to change it; and what is still open though the interview leaves it out. */

import { dated, el, need } from "../dom";
import { GIVEN } from "../words";
import type { Form } from "./form";
import type { Question } from "./question";

export function showGiven(root: HTMLElement, form: Form, open: readonly Question[], change: (question: Question) => void): void {
  const own = [...form.all()].filter((question) => form.rowOf(question) === null || question.isElsewhere);
  const given = own.filter((question) => question.isUnsure || form.isAnswered(question));
  const rows = given.map((question) => line(form, question, change));
  const others = open.filter((question) => !given.includes(question) && own.includes(question));
  need(root, "[data-given]").hidden = given.length === 0;
  need(root, "[data-given] > summary").textContent = GIVEN.heading(given.length);
  need(root, "[data-given-list]").replaceChildren(...rows, ...others.map((question) => line(form, question, change)));
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

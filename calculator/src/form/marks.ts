/** Which questions still matter: marks in the form, counts on the folded parts, questions put away. */

import { need } from "../dom";
import { SENTENCE } from "../words";
import type { Form } from "./form";
import type { Question } from "./question";

/** The questions that pointers name, in order, each once. */
export function named(form: Form, pointers: readonly string[]): Question[] {
  return [...new Set(pointers.map((pointer) => form.at(pointer)).filter((question) => question !== undefined))];
}

/**
 * Marks the questions that can still change the result. Of those in `settleable` (the ones that matter to somebody of
 * whom nothing is known) the idle and unanswered are put away. Returns the marked ones in order.
 */
export function mark(form: Form, pointers: readonly string[], settleable: ReadonlySet<Question>): Question[] {
  const open = named(form, pointers);
  const matters = new Set(open);
  for (const question of form.all()) question.matters = matters.has(question);
  let folded = 0;
  for (const question of form.questions.values()) {
    const idle = settleable.has(question) && !matters.has(question) && !isSaid(form, question) && !question.hasFocus;
    question.hidden = idle;
    if (idle) folded += 1;
  }
  say(form, folded);
  for (const part of form.box.querySelectorAll<HTMLElement>(".gt-part")) {
    const count = part.querySelectorAll(".gt-q.is-open").length;
    need(part, "[data-left]").textContent = count > 0 ? SENTENCE.left(count) : "";
  }
  return open;
}

/** Something is chosen, be it “有” without an entry. */
function isSaid(form: Form, question: Question): boolean {
  const list = form.lists.get(question.key);
  return list ? list.isStarted : question.read() !== null;
}

function say(form: Form, folded: number): void {
  const place = form.box.parentElement?.querySelector("[data-filtered]");
  if (place) place.textContent = folded > 0 ? SENTENCE.folded(folded) : "";
}

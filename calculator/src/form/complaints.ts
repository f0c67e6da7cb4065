/** What is wrong with an answer, or doubtful, stands beside its question; who is still typing is left alone. */

import { besidePlace } from "../answer/result";
import type { Form } from "./form";

export function complain(form: Form, problems: readonly { readonly at: string; readonly says: string }[]): void {
  const left = new Set([...form.all()].filter(({ hasFocus }) => hasFocus));
  for (const question of form.all()) if (!left.has(question)) question.complain(null);
  for (const problem of problems) {
    const question = form.at(problem.at);
    if (question && !left.has(question)) question.complain(besidePlace(problem));
  }
}

/** What is wrong with an answer, or doubtful, stands beside its question; who is still typing is left alone. */

import { besidePlace } from "../answer/result";
import type { Form } from "./form";

export function complain(form: Form, problems: readonly { readonly at: string; readonly says: string }[]): void {
  for (const question of form.all()) question.complain(null);
  for (const problem of problems) {
    const question = form.at(problem.at);
    if (question && !question.hasFocus) question.complain(besidePlace(problem));
  }
}

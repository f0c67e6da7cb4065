/** One target: name, status in words, dates, what is missing, whom to ask, what to know. */

import { dated, el, type Child } from "../dom";
import { LABEL, SENTENCE } from "../words";
import { entry } from "./parts";
import type { Places } from "./law";
import { routes } from "./routes";
import type { Confirm, Note, Target } from "./result";
import { chip, shownTarget } from "./status";

export function targetCard(target: Target, asOf: string, places: Places, open: boolean): HTMLElement {
  const lead = el(
    "div",
    { class: "lead" },
    el("header", {}, el("h3", {}, target.name), chip(shownTarget(target, asOf))),
    facts(target, asOf, places),
  );
  const more = el("dl", { class: "facts" });
  if (!target.answered) more.append(...confirmEntries(target, places));
  more.append(...entry(LABEL.notes, ...target.notes.map((item) => noteLine(item, places))));
  const fold = el("details", { class: "gt-fold", "data-fold": target.name }, el("summary", {}, LABEL.reasons), routes(target, asOf, places), more);
  fold.open = open;
  return el("article", { class: "gt-target" }, lead, fold);
}

/** Why a target is open: because the visitor has not answered, or because only an office can say. */
export function stillOpen(target: Target): string | null {
  if (target.status !== "needs_confirmation") return null;
  if (!target.answered) return SENTENCE.openQuestions;
  const offices = [...new Set(target.confirm.map(({ office }) => office).filter((office) => office !== null))];
  return offices.length > 0 ? SENTENCE.openConfirm(offices.join("、")) : SENTENCE.openConfirmNobody;
}

/** What fits beside the name. Whom to ask stands here once all is answered; until then with the reasons. */
function facts(target: Target, asOf: string, places: Places): HTMLElement {
  const open = stillOpen(target);
  const since = day(target, asOf);
  const until = target.status === "not_eligible" ? null : target.until;
  const { sessions = [], missing } = target;
  return el(
    "dl",
    { class: "facts" },
    ...(open === null ? [] : entry(LABEL.open, [open])),
    ...(since === null ? [] : entry(LABEL.since, [dated(since)])),
    ...(until === null ? [] : entry(LABEL.until, [dated(until)])),
    ...entry(LABEL.missing, ...missing.map((says) => [dated(says)])),
    ...(sessions.length === 0 ? [] : entry(LABEL.sessions, [sessions.join("、")])),
    ...(target.answered ? confirmEntries(target, places) : []),
  );
}

function confirmEntries({ confirm }: Target, places: Places): HTMLElement[] {
  return entry(LABEL.confirm, ...confirm.map((item) => confirmLine(item, places)));
}

function day({ status, earliest, confirm }: Target, asOf: string): string | null {
  if (earliest === null) return null;
  if (status === "eligible") return earliest;
  return earliest > asOf && confirm.length > 0 ? SENTENCE.ifConfirmed(earliest) : null;
}

function confirmLine({ says, office, readings }: Confirm, places: Places): Child[] {
  const whom = el("span", { class: "gt-office" }, office === null ? null : LABEL.ask(office), ...places.readings(readings));
  return [dated(says), whom];
}

function noteLine({ says, readings }: Note, places: Places): Child[] {
  return [dated(says), ...places.readings(readings)];
}

/** One target: name, status in words, dates, what is missing, whom to ask, what to know. */

import { dated, el, type Child } from "../dom";
import { LABEL, SENTENCE, STATUS } from "../words";
import { kept } from "./advice";
import { entry } from "./parts";
import type { Places } from "./law";
import { routes } from "./routes";
import type { Confirm, Note, Result, Target } from "./result";
import { chip, shownTarget } from "./status";

export function targetCard(target: Target, key: string, asOf: string, places: Places, open: boolean): HTMLElement {
  const lead = el(
    "div",
    { class: "lead" },
    el("header", {}, el("h3", {}, target.name), chip(shownTarget(target, asOf))),
    facts(target, asOf, places),
    kept(`change-${key}`),
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

/** What is held or lies below it: one card, with the reasons of each level. */
export function heldCard(result: Result, places: Places): HTMLElement | null {
  const rungs = result.overpass.rungs.filter(({ id, state }) => (state === "held" || state === "past") && id !== "honour");
  if (rungs.length === 0) return null;
  const levels = rungs.flatMap(({ id, name }) => {
    const target = result.targets[id];
    return target === undefined ? [] : [el("h4", {}, name), routes(target, result.as_of, places)];
  });
  const lead = el(
    "div",
    { class: "lead" },
    el("header", {}, el("h3", {}, LABEL.held), chip({ look: "held", words: STATUS.held })),
    el("dl", { class: "facts" }, ...entry(LABEL.contains, [rungs.map(({ name }) => name).join("、")])),
  );
  return el("article", { class: "gt-target" }, lead, el("details", { class: "gt-fold", "data-fold": LABEL.held }, el("summary", {}, LABEL.reasons), ...levels));
}

/** What fits beside the name. Whom to ask stands here once all is answered; until then with the reasons. */
function facts(target: Target, asOf: string, places: Places): HTMLElement {
  const isDated = target.status !== "eligible" && target.certain !== null && target.certain > asOf;
  const open = stillOpen(target);
  const since = isDated ? null : day(target, asOf);
  const until = target.status === "not_eligible" && !isDated ? null : target.until;
  const { sessions = [] } = target;
  const missing = isDated ? [SENTENCE.onlyTime] : target.missing;
  const status = open === null ? [] : isDated ? entry(LABEL.earlier, [SENTENCE.earlier]) : entry(LABEL.open, [open]);
  return el(
    "dl",
    { class: "facts" },
    ...(isDated ? [] : status),
    ...(since === null ? [] : entry(LABEL.since, [dated(since)])),
    ...entry(LABEL.missing, ...missing.map((says) => [dated(says)])),
    ...(isDated ? status : []),
    ...(until === null ? [] : entry(LABEL.until, [dated(until)])),
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

/** One target: name, status in words, dates, what is missing, whom to ask, what to know. */

import { dated, el, type Child } from "../dom";
import { LABEL, SENTENCE, STATUS } from "../words";
import { kept } from "./advice";
import { lateFold } from "./folds";
import { entry } from "./parts";
import type { Means } from "./lasting";
import type { Places } from "./law";
import { routes } from "./routes";
import type { Confirm, Note, Result, Target } from "./result";
import { chip, shownTarget } from "./status";

export function targetCard(target: Target, key: string, asOf: string, { places, lasting }: Means, isOpen: boolean): HTMLElement {
  const lead = lasting.part(`${key} lead`, [{ ...target, routes: null }, asOf], () =>
    el(
      "div",
      { class: "lead" },
      el("header", {}, el("h3", {}, target.name), chip(shownTarget(target, asOf))),
      facts(target, asOf, places),
      kept(`change-${key}`),
    ),
  );
  const reasons = lateFold(lasting, target.name, LABEL.reasons, isOpen, [target, asOf], () => {
    const confirm = target.answered ? [] : confirmEntries(target, places);
    const notes = entry(LABEL.notes, ...target.notes.map((item) => noteLine(item, places)));
    return [routes(target, asOf, { places, lasting }), el("dl", { class: "facts" }, ...confirm, ...notes)];
  });
  return lasting.frame(key, () => el("article", { class: "gt-target" }), [lead, reasons]);
}

/** Why a target is open: because the visitor has not answered, or because only an office can say. */
export function stillOpen(target: Target): string | null {
  if (target.status !== "needs_confirmation") return null;
  if (!target.answered) return SENTENCE.openQuestions;
  const offices = [...new Set(target.confirm.map(({ office }) => office).filter((office) => office !== null))];
  return offices.length > 0 ? SENTENCE.openConfirm(offices.join("、")) : SENTENCE.openConfirmNobody;
}

/** What is held or lies below it, by name; none for a rung that has no target of its own. */
function heldTargets({ overpass: { rungs }, targets }: Result): [string, Target | null][] {
  const held = rungs.filter(({ id, state }) => (state === "held" || state === "past") && id !== "honour");
  return held.map(({ id, name }) => [name, targets[id] ?? null]);
}

/** One card for all that is held, with the reasons of each level. */
export function heldCard(result: Result, { places, lasting }: Means): HTMLElement | null {
  const held = heldTargets(result);
  if (held.length === 0) return null;
  const names = held.map(([name]) => name).join("、");
  const lead = lasting.part("held lead", names, () =>
    el(
      "div",
      { class: "lead" },
      el("header", {}, el("h3", {}, LABEL.held), chip({ look: "held", words: STATUS.held })),
      el("dl", { class: "facts" }, ...entry(LABEL.contains, [names])),
    ),
  );
  const reasons = lateFold(lasting, LABEL.held, LABEL.reasons, false, [held, result.as_of], () =>
    held.flatMap(([name, target]) => (target === null ? [] : [el("h4", {}, name), routes(target, result.as_of, { places, lasting })])),
  );
  return lasting.frame("held", () => el("article", { class: "gt-target" }), [lead, reasons]);
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

/** The answer with its reasons, below the form. */

import { dated, el, type Child } from "../dom";
import { LABEL, SENTENCE } from "../words";
import { skillToTitle, titleToSkill } from "./channel";
import type { Places } from "./law";
import { entry, section } from "./parts";
import { whereYouStand } from "./stand";
import type { Confirm, Result, Retirement, Target } from "./result";
import { byStatus, shownTarget } from "./status";
import { targetCard } from "./target";

/** Everything the result says, in the order: answer, reasons, what to do, whom to ask. */
export function fullAnswer(result: Result, places: Places): Child[] {
  const asOf = result.as_of;
  const targets = byStatus(Object.values(result.targets), asOf);
  const roads = bothRoads(result, places);
  const open = roads.filter((road) => road.open);
  return [
    el("p", { class: "gt-meta" }, dated(SENTENCE.asOf(asOf))),
    el("h2", { class: "gt-answer" }, dated(result.answer.headline)),
    ...result.answer.more.map((sentence) => el("p", { class: "gt-then" }, dated(sentence))),
    problems(result),
    whereYouStand(result),
    section(LABEL.targets, ...targets.map((target, index) => targetCard(target, asOf, places, index === 0))),
    ...roads.map((road) => (road.open ? road.section : folded(road.section))),
    asks([...targets, ...open].flatMap(({ confirm }) => confirm), places),
    retirement(result.retirement),
    foot(result),
  ];
}

function problems({ problems: found }: Result): HTMLElement | null {
  if (found.length === 0) return null;
  return section(LABEL.problems, el("ul", { class: "gt-plain-list" }, ...found.map(({ says }) => el("li", {}, dated(says)))));
}

interface Road {
  readonly section: HTMLElement;
  readonly confirm: readonly Confirm[];
  /** True where a target of this road is not shut. */
  readonly open: boolean;
}

/** Both roads; skill targets are those that have sessions. */
function bothRoads(result: Result, places: Places): Road[] {
  const { title_to_skill: skill, skill_to_title: title } = result.channel;
  const targets = Object.values(result.targets);
  const isOpen = (target: Target): boolean => shownTarget(target, result.as_of).look !== "shut";
  const ofSkill = (target: Target): boolean => target.sessions !== undefined;
  return [
    { section: titleToSkill(skill, places), confirm: skill.confirm, open: targets.some((one) => ofSkill(one) && isOpen(one)) },
    { section: skillToTitle(title, result, places), confirm: title.confirm, open: targets.some((one) => !ofSkill(one) && isOpen(one)) },
  ];
}

function folded(road: HTMLElement): HTMLElement {
  const heading = road.querySelector("h2");
  const words = heading?.textContent ?? "";
  heading?.remove();
  return el("details", { class: "gt-fold gt-section", "data-fold": words }, el("summary", {}, words), road);
}

/** Every question to an office once, whatever asks it. */
function asks(all: readonly Confirm[], places: Places): HTMLElement | null {
  const once = new Map<string, Confirm>(all.map((item) => [`${item.says}\n${item.office ?? ""}`, item]));
  if (once.size === 0) return null;
  const items = [...once.values()].map(({ says, office, readings }) =>
    el(
      "li",
      {},
      el("p", {}, dated(says)),
      el("p", { class: "gt-meta" }, office === null ? null : LABEL.ask(office), " ", ...places.readings(readings)),
    ),
  );
  return section(LABEL.asks(once.size), el("ol", { class: "gt-asks" }, ...items));
}

function retirement(age: Retirement | null): HTMLElement | null {
  if (age === null) return null;
  const when = age.reach_date ?? age.reach_month;
  const words = [age.statutory_age, when].filter((part) => part !== null).join("，");
  return words === "" ? null : section(LABEL.retirement, el("dl", { class: "facts" }, ...entry(LABEL.retirement, [dated(words)])));
}

function foot({ policy, rules }: Result): HTMLElement {
  return el("p", { class: "gt-foot" }, SENTENCE.nature, el("br"), `${policy}，${SENTENCE.version(rules)}`);
}

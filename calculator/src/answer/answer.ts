/** The answer with its reasons, below the form. */

import { dated, el, icon, type Child } from "../dom";
import { ACTION, LABEL, SENTENCE } from "../words";
import { asks } from "./asks";
import { skillToTitle, titleToSkill } from "./channel";
import type { Places } from "./law";
import { section } from "./parts";
import type { Result, Target } from "./result";
import { whereYouStand } from "./stand";
import { above, byLook, shownTarget } from "./status";
import { heldCard, targetCard } from "./target";
import { timeline } from "./timeline";

/**
 * Everything the result says, in the order: answer, where you stand, dates, reasons, the way ahead, what to do, whom to ask.
 * `goOn` leads back to what is still unanswered, where there is something.
 */
export function fullAnswer(result: Result, places: Places, planner: HTMLElement, goOn: HTMLElement): Child[] {
  const asOf = result.as_of;
  const higher = byLook(above(result), ([, target]) => shownTarget(target, asOf));
  const cards = higher.map(([key, target], index) => targetCard(target, key, asOf, places, index === 0));
  const parts: [string, HTMLElement | null][] = [
    ["stand", whereYouStand(result)],
    ["days", timeline(result.timeline)],
    ["why", section(LABEL.targets, ...cards, heldCard(result, places))],
    ["road", planner],
    ["do", el("div", {}, ...bothRoads(result, higher.map(([, target]) => target), places))],
    ["ask", asks(result, places)],
  ];
  return [
    el("p", { class: "gt-meta" }, dated(SENTENCE.asOf(asOf))),
    el("h2", { class: "gt-answer" }, dated(result.answer.headline)),
    ...result.answer.more.map((sentence) => el("p", { class: "gt-then" }, dated(sentence))),
    acts(goOn),
    jump(parts),
    problems(result),
    ...parts.map(([name, part]) => named(name, part)),
    foot(result),
  ];
}

function named(name: string, part: HTMLElement | null): HTMLElement | null {
  if (part !== null) part.id = `answer-${name}`;
  return part;
}

function acts(goOn: HTMLElement): HTMLElement {
  const print = el("button", { class: "gt-btn", type: "button" }, icon("print"), ACTION.print);
  print.addEventListener("click", () => window.print());
  return el("p", { class: "gt-acts no-print" }, goOn, print);
}

function jump(parts: readonly [string, HTMLElement | null][]): HTMLElement {
  const links = parts
    .filter(([, part]) => part !== null && !part.hidden)
    .map(([name]) => el("a", { href: `#answer-${name}`, "data-jump-to": "" }, LABEL.jump[name as keyof typeof LABEL.jump]));
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault(); // the part after # is the visitor's own link
      const target = document.querySelector<HTMLElement>(link.getAttribute("href") ?? "");
      target?.scrollIntoView();
      target?.setAttribute("tabindex", "-1");
      target?.focus({ preventScroll: true });
    });
  }
  return el("nav", { class: "gt-jump no-print", "aria-label": LABEL.contents }, ...links);
}

function problems({ problems: found }: Result): HTMLElement | null {
  if (found.length === 0) return null;
  return section(LABEL.problems, el("ul", { class: "gt-plain-list" }, ...found.map(({ says }) => el("li", {}, dated(says)))));
}

/** Both roads; one that leads to nothing new is folded. Skill targets are those that have sessions. */
function bothRoads(result: Result, higher: readonly Target[], places: Places): HTMLElement[] {
  const { title_to_skill: skill, skill_to_title: title } = result.channel;
  const reachable = higher.filter((target) => shownTarget(target, result.as_of).look !== "shut");
  const isSkill = ({ sessions }: Target): boolean => sessions !== undefined;
  const roads: [HTMLElement, boolean][] = [
    [titleToSkill(skill, places), reachable.some(isSkill)],
    [skillToTitle(title, result, places), reachable.some((target) => !isSkill(target))],
  ];
  return roads.map(([road, isOpen]) => (isOpen ? road : folded(road)));
}

function folded(road: HTMLElement): HTMLElement {
  const heading = road.querySelector("h2");
  const words = heading?.textContent ?? "";
  heading?.remove();
  return el("details", { class: "gt-fold gt-section", "data-fold": words }, el("summary", {}, words), road);
}

function foot({ policy, rules }: Result): HTMLElement {
  return el("p", { class: "gt-foot" }, SENTENCE.nature, el("br"), `${policy}，${SENTENCE.version(rules)}`);
}

/** The answer with its reasons, below the form. */

import { dated, el, icon } from "../dom";
import { ACTION, LABEL, SENTENCE } from "../words";
import { asks } from "./asks";
import { skillToTitle, titleToSkill } from "./channel";
import { fold } from "./folds";
import type { Means } from "./lasting";
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
export function fullAnswer(result: Result, means: Means, planner: HTMLElement, goOn: HTMLElement): (HTMLElement | null)[] {
  const { as_of: asOf, answer, timeline: stops } = result;
  const { lasting } = means;
  const higher = byLook(above(result), ([, target]) => shownTarget(target, asOf));
  const cards = higher.map(([key, target], index) => targetCard(target, key, asOf, means, index === 0));
  const parts: [string, HTMLElement | null][] = [
    ["stand", whereYouStand(result, lasting)],
    ["days", lasting.part("days", stops, () => timeline(stops))],
    ["why", lasting.section("why", LABEL.targets, ...cards, heldCard(result, means))],
    ["road", planner],
    ["do", lasting.frame("do", () => el("div"), bothRoads(result, higher.map(([, target]) => target), means))],
    ["ask", asks(result, means)],
  ];
  for (const [name, part] of parts) if (part !== null) part.id = `answer-${name}`;
  const shown = parts.filter(([, part]) => part !== null && !part.hidden).map(([name]) => name);
  return [
    lasting.part("as of", asOf, () => el("p", { class: "gt-meta" }, dated(SENTENCE.asOf(asOf)))),
    lasting.part("headline", answer.headline, () => el("h2", { class: "gt-answer" }, dated(answer.headline))),
    ...answer.more.map((sentence) => lasting.part(sentence, null, () => el("p", { class: "gt-then" }, dated(sentence)))),
    lasting.part("acts", null, () => acts(goOn)),
    lasting.part("jump", shown, () => jump(shown)),
    lasting.part("problems", result.problems, () => problems(result)),
    ...parts.map(([, part]) => part),
    lasting.part("foot", [result.policy, result.rules], () => foot(result)),
  ];
}

function acts(goOn: HTMLElement): HTMLElement {
  const print = el("button", { class: "gt-btn", type: "button" }, icon("print"), ACTION.print);
  print.addEventListener("click", () => window.print());
  return el("p", { class: "gt-acts no-print" }, goOn, print);
}

function jump(names: readonly string[]): HTMLElement {
  const links = names.map((name) => el("a", { href: `#answer-${name}`, "data-jump-to": "" }, LABEL.jump[name as keyof typeof LABEL.jump]));
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
function bothRoads(result: Result, higher: readonly Target[], { places, lasting }: Means): HTMLElement[] {
  const { title_to_skill: skill, skill_to_title: title } = result.channel;
  const reachable = higher.filter((target) => shownTarget(target, result.as_of).look !== "shut");
  const isSkill = ({ sessions }: Target): boolean => sessions !== undefined;
  const road = (name: string, from: unknown, isOpen: boolean, make: () => HTMLElement): HTMLElement =>
    lasting.part(name, [from, isOpen], () => (isOpen ? make() : folded(make())));
  return [
    road("skill road", skill, reachable.some(isSkill), () => titleToSkill(skill, places)),
    road("title road", title, reachable.some((target) => !isSkill(target)), () => skillToTitle(title, result, places)),
  ];
}

function folded(road: HTMLElement): HTMLElement {
  const heading = road.querySelector("h2");
  heading?.remove();
  const made = fold(heading?.textContent ?? "", road);
  made.classList.add("gt-section");
  return made;
}

function foot({ policy, rules }: Result): HTMLElement {
  return el("p", { class: "gt-foot" }, SENTENCE.nature, el("br"), `${policy}，${SENTENCE.version(rules)}`);
}

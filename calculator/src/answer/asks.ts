/** “要问清楚的事”: every open point once, under the office that answers it. */

import { dated, el } from "../dom";
import { LABEL, SENTENCE } from "../words";
import type { Means } from "./lasting";
import type { Places } from "./law";
import { section } from "./parts";
import type { Confirm, Result, Target } from "./result";
import { above, shownTarget } from "./status";

/** The open points of what may still be reached, each once; what hangs on the visitor's own answers is not asked of an office yet. */
export function openPoints(result: Result): Confirm[] {
  const reachable = above(result).filter(([, target]) => shownTarget(target, result.as_of).look !== "shut");
  const isSkill = ({ sessions }: Target): boolean => sessions !== undefined;
  const { title_to_skill: skill, skill_to_title: title } = result.channel;
  const roads = [
    ...(reachable.some(([, target]) => isSkill(target)) ? skill.confirm : []),
    ...(reachable.some(([, target]) => !isSkill(target)) ? title.confirm : []),
  ];
  const all = [...above(result).flatMap(([, { answered, confirm }]) => (answered ? confirm : [])), ...roads];
  return [...new Map(all.map((item) => [`${item.says}\n${item.office ?? ""}`, item])).values()];
}

export function asks(result: Result, { places, lasting }: Means): HTMLElement | null {
  const points = openPoints(result);
  const isWaiting = above(result).some(([, { answered }]) => !answered);
  return lasting.part("asks", [points, isWaiting], () => sheetOf(points, isWaiting, places));
}

function sheetOf(points: readonly Confirm[], isWaiting: boolean, places: Places): HTMLElement | null {
  const note = isWaiting ? el("p", { class: "gt-meta" }, SENTENCE.asksLater) : null;
  if (points.length === 0) return note === null ? null : section(LABEL.asks(0), note);
  const offices = [...new Set(points.map(({ office }) => office))];
  let number = 0;
  const groups = offices.map((office) => {
    const items = points.filter((item) => item.office === office).map((item) => point(item, (number += 1), places));
    return el("div", { class: "gt-office-asks" }, el("h3", {}, office === null ? LABEL.nobody : LABEL.ask(office)), el("ol", { class: "gt-asks" }, ...items));
  });
  return section(LABEL.asks(points.length), note, ...groups);
}

function point({ says, readings }: Confirm, number: number, places: Places): HTMLElement {
  return el("li", { value: String(number), "data-number": String(number) }, el("p", {}, dated(question(says)), ...places.readings(readings)));
}

/** A point reads as a question, however it is put. */
function question(says: string): string {
  return /[？。]$/.test(says) ? says : `${says}？`;
}

/** The people as a table that folds to cards on the phone; fifty at a time, so that five thousand don't weigh on the page. */

import { dated, el, icon } from "../dom";
import type { Kind, OpenQuestion, PersonResult } from "./people";
import { HEAD, SAY } from "./words";

const LOOK: Record<Kind, [string, string]> = { now: ["open", "ok"], later: ["dated", "clock"], ask: ["ask", "ask"], blank: ["blank", "dots"] };
const FEW = 3;
export const PAGE = 50;

export interface Choice {
  has(row: number): boolean;
  set(row: number, chosen: boolean): void;
}

export function peopleTable(people: readonly PersonResult[], questions: ReadonlyMap<string, OpenQuestion>, choice: Choice): HTMLElement {
  const heads = [HEAD.name, HEAD.titles, HEAD.skills, HEAD.result, HEAD.channel, HEAD.asks];
  const head = el("thead", {}, el("tr", {}, ...heads.map((name) => el("th", { scope: "col" }, name))));
  const body = el("tbody", {}, ...people.map((person) => line(person, questions, choice)));
  return el("table", { class: "gt-people" }, head, body);
}

function line(person: PersonResult, questions: ReadonlyMap<string, OpenQuestion>, choice: Choice): HTMLElement {
  const name = person.name || SAY.unnamed;
  const box = el("input", { type: "checkbox", "aria-label": SAY.choose(name) });
  box.checked = choice.has(person.row);
  box.addEventListener("change", () => choice.set(person.row, box.checked));
  const who = el("label", { class: "gt-check" }, box, el("span", {}, name), el("span", { class: "gt-meta" }, SAY.row(person.row)));
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, who),
    cell(HEAD.titles, dated(person.titles)),
    cell(HEAD.skills, dated(person.skills)),
    cell(HEAD.result, ...results(person)),
    cell(HEAD.channel, ...(person.lines.length > 0 ? person.channel.map((says) => el("p", {}, says)) : [])),
    cell(HEAD.asks, asks(person, questions)),
  );
}

function cell(name: string, ...content: readonly (Node | string)[]): HTMLElement {
  return el("td", { "data-th": name }, ...content);
}

function results(person: PersonResult): HTMLElement[] {
  const lines = person.lines.map(({ kind, says, levels }) => {
    const [look, drawing] = LOOK[kind];
    return el("p", {}, el("span", { class: `gt-chip ${look}` }, icon(drawing), dated(says)), ` ${levels.join("、")}`);
  });
  if (lines.length === 0) lines.push(el("p", {}, el("span", { class: "gt-chip shut" }, icon("no"), "不可申报")));
  if (person.last_day !== "") lines.push(el("p", { class: "gt-meta" }, icon("clock"), " ", dated(SAY.lastDay(person.last_day))));
  if (person.lost) lines.push(el("p", { class: "gt-meta" }, icon("clock"), " ", SAY.lost));
  for (const doubt of person.doubts) lines.push(el("p", { class: "gt-meta gt-doubt" }, `${HEAD.doubts}：`, dated(doubt)));
  return lines;
}

function asks(person: PersonResult, questions: ReadonlyMap<string, OpenQuestion>): Node {
  const words = person.asks.map((key) => questions.get(key)?.short ?? key);
  if (words.length <= FEW) return document.createTextNode(words.join("；"));
  const first = words.slice(0, FEW).join("；");
  return el("details", { class: "gt-asks" }, el("summary", {}, `${first} ${SAY.andMore(words.length)}`), words.slice(FEW).join("；"));
}

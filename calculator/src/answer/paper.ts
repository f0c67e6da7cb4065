/** The sheet of paper: one or two pages made when printing begins, with everything that the screen keeps folded. */

import { dated, el, type Child } from "../dom";
import { overpass } from "../picture/overpass";
import { drawn } from "../picture/shape";
import { LABEL, PAPER, PLAN, SENTENCE, SIGN, THEORY } from "../words";
import { worksheetTable, type Advice, type Line } from "./advice";
import { openPoints } from "./asks";
import { answersGiven } from "./given";
import { reasons } from "./paper-reasons";
import type { Plan } from "./planner";
import type { Option, Result } from "./result";
import { above, shownTarget } from "./status";

/** All that a sheet tells. */
export interface Told {
  readonly result: Result;
  readonly advice: Advice | null;
  readonly plan: Plan | null;
  readonly address: string;
}

export function sheet(told: Told, form: ParentNode): HTMLElement {
  const { result, advice, address } = told;
  return el(
    "div",
    { class: "gt-paper" },
    head(result.as_of),
    el("h1", {}, dated(result.answer.headline)),
    el("p", {}, dated(result.answer.more.join(""))),
    el(
      "div",
      { class: "two" },
      el("div", {}, el("figure", {}, drawn(overpass(result.overpass, "narrow", "paper"))), ...part(LABEL.timeline, facts(result.timeline.map(({ date, says }) => [date, says])))),
      el("div", {}, ...part(PAPER.given, facts(answersGiven(form)))),
    ),
    ...part(LABEL.targets, reasons(result, advice)),
    ...ahead(told.plan),
    el("div", { class: "columns" }, ...doing(result, advice), ...asking(result)),
    foot(result, address),
  );
}

/** The sheet for achievements alone. */
export function worksheet(advice: Advice, result: Result): HTMLElement {
  const { period, since, quote, clause } = advice.achievements;
  const begins = since.map(({ name, date }) => (date === null ? name : SIGN.since(name, date))).join("；");
  return el(
    "div",
    { class: "gt-paper" },
    head(result.as_of),
    el("h1", {}, SIGN.worksheetTitle),
    el("p", {}, SIGN.period(period), begins === "" ? null : dated(` ${begins}。`)),
    worksheetTable(advice.achievements),
    el("p", { class: "end" }, `${clause}“${quote}”`),
  );
}

function head(asOf: string): HTMLElement {
  return el("p", { class: "head" }, el("span", {}, PAPER.title), el("span", {}, dated(SENTENCE.asOf(asOf))));
}

function foot({ policy, rules }: Result, address: string): HTMLElement {
  return el("p", { class: "end" }, `${SENTENCE.nature}${policy}，${SENTENCE.version(rules)}。`, el("span", { class: "address" }, PAPER.address(address)));
}

function part(title: string, ...content: readonly (HTMLElement | null)[]): HTMLElement[] {
  const found = content.filter((one) => one !== null);
  return found.length === 0 ? [] : [el("h2", {}, title), ...found];
}

function facts(rows: readonly (readonly [string, string])[]): HTMLElement | null {
  if (rows.length === 0) return null;
  return el("table", {}, el("tbody", {}, ...rows.map(([name, words]) => el("tr", {}, el("th", { scope: "row" }, dated(name)), el("td", {}, dated(words))))));
}

function ahead(plan: Plan | null): HTMLElement[] {
  const [best] = plan?.ways ?? [];
  if (plan === null || best === undefined || best.steps.length < 2) return [];
  const steps = best.steps.map(({ name, says, apply, obtained, clause }): [string, string] => [apply, PLAN.onPaper(name, says, obtained, clause)]);
  return part(LABEL.plan, el("p", {}, dated(plan.says)), facts(steps), el("p", { class: "small" }, plan.assumes.join("")));
}

/** Where to hand in, what to bring, who signs: for each road that leads somewhere new. */
function doing(result: Result, advice: Advice | null): HTMLElement[] {
  const open = above(result).filter(([, target]) => shownTarget(target, result.as_of).look !== "shut");
  const { title_to_skill: skill, skill_to_title: title } = result.channel;
  const found: HTMLElement[] = [];
  if (open.some(([, { sessions }]) => sessions !== undefined)) {
    const rows = skill.options.flatMap((one, index, all) => option(one, all.length > 1 ? LABEL.option(index + 1) : "", all.slice(0, index)));
    rows.push([LABEL.theory, THEORY[skill.theory_exam]]);
    found.push(...part(LABEL.titleToSkill, facts([...rows, ...signing(advice?.signatures.title_to_skill)])));
  }
  if (open.some(([, { sessions }]) => sessions === undefined)) {
    const committees = open.flatMap(([key, { name }]): [string, string][] => (title.committee[key] === undefined ? [] : [[name, title.committee[key]]]));
    const rows: [string, string][] = [...committees.map(([name, words]): [string, string] => [LABEL.committee, `${name}：${words}`]), [LABEL.materials, title.materials]];
    found.push(...part(LABEL.skillToTitle, facts([...rows, ...signing(advice?.signatures.skill_to_title)])));
  }
  return found;
}

/** An option; papers that an option before it asks for too are not told again. */
function option({ receiver, issuer, materials, sessions, cites }: Option, name: string, before: readonly Option[]): [string, string][] {
  const same = before.findIndex((other) => other.materials.every(({ id }) => materials.some((paper) => paper.id === id)));
  const told = new Set(before[same]?.materials.map(({ id }) => id));
  const papers = materials.filter(({ id }) => !told.has(id)).map((paper) => (paper.id.startsWith("per_") ? paper.name : `${paper.name}（${paper.copies === null ? LABEL.copiesOpen : LABEL.copies(paper.copies)}）`));
  const isNew = sessions.length > 0 && !before.some((other) => other.sessions.join() === sessions.join());
  return [
    [name || LABEL.receiver, `${receiver.name}；${LABEL.issuer}：${issuer.name}（${cites.join("、")}）`],
    [LABEL.materials, `${same < 0 ? "" : PAPER.alike(LABEL.option(same + 1))}${papers.join("；")}`],
    ...(isNew ? [[LABEL.sessions, sessions.join("、")] as [string, string]] : []),
  ];
}

function signing(lines: readonly Line[] = []): [string, string][] {
  return lines.length === 0 ? [] : [[SIGN.short, lines.map(({ who, does }, index) => `${index + 1} ${who}：${does}`).join("；")]];
}

function asking(result: Result): Child[] {
  const points = openPoints(result);
  if (points.length === 0) return [];
  const items = points.map(({ says, office }) => el("li", {}, dated(says), office === null ? null : `（${LABEL.ask(office)}）`));
  return [el("h2", {}, LABEL.asks(points.length)), el("ol", {}, ...items), el("p", { class: "answered" }, PAPER.answered)];
}

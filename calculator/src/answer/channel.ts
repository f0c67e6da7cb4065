/** How to apply: where to hand in, who issues, papers, sessions; for titles the road of the papers. */

import { dated, el, type Child } from "../dom";
import { ACTION, LABEL, THEORY } from "../words";
import type { Places } from "./law";
import { kept } from "./advice";
import { entry, section } from "./parts";
import type { Option, Paper, Result, SkillToTitle, TitleToSkill } from "./result";

/** The skill road, unless it has no option. */
export function titleToSkill(road: TitleToSkill, places: Places): HTMLElement {
  const several = road.options.length > 1;
  const options = road.options.map((item, index) => option(item, several ? LABEL.option(index + 1) : null, places));
  const theory = entry(LABEL.theory, [THEORY[road.theory_exam]]);
  const basis = entry(LABEL.basis, [places.clauses(road.cites)]);
  return section(LABEL.titleToSkill, ...options, el("dl", { class: "facts gt-do" }, ...theory, ...basis), kept("title_to_skill"));
}

function option(item: Option, title: string | null, places: Places): HTMLElement {
  return el(
    "div",
    { class: "gt-do" },
    title === null ? null : el("h3", {}, title),
    el(
      "dl",
      { class: "facts" },
      ...entry(LABEL.receiver, [el("b", {}, item.receiver.name)]),
      ...entry(LABEL.issuer, [item.issuer.name]),
      ...(item.certificate_type === null ? [] : entry(LABEL.certificate, [item.certificate_type])),
      ...entry(LABEL.materials, ...item.materials.map((paper) => [paperLine(paper), ...fillHere(paper)])),
      ...(item.sessions.length === 0 ? [] : entry(LABEL.sessions, [item.sessions.join("、")])),
      ...entry(LABEL.basis, [places.clauses(item.cites)]),
    ),
  );
}

/** A paper with its copies; what the receiver decides itself has none to state. */
function paperLine({ id, name, copies }: Paper): string {
  if (id.startsWith("per_")) return name;
  return `${name}（${copies === null ? LABEL.copiesOpen : LABEL.copies(copies)}）`;
}

/** A form that this site fills; `data-carry` takes the answers along, without what is personal (see share.ts). */
function fillHere({ id }: Paper): Child[] {
  return id === "annex2" ? [" ", el("a", { href: "../annex2/", "data-carry": "" }, ACTION.fillHere)] : [];
}

/** The title road; committees are shown under the names of their targets. */
export function skillToTitle(road: SkillToTitle, { targets }: Result, places: Places): HTMLElement {
  const committees = Object.entries(road.committee).map(([id, name]) => [`${targets[id]?.name ?? id}：${name}`]);
  return section(
    LABEL.skillToTitle,
    el(
      "dl",
      { class: "facts" },
      ...steps(road),
      ...entry(LABEL.committee, ...committees),
      ...(road.materials === "" ? [] : entry(LABEL.materials, [dated(road.materials)])),
      ...(road.education_treated_as === null ? [] : entry(LABEL.treatedAs, [road.education_treated_as])),
      ...entry(LABEL.basis, [places.clauses(road.cites)]),
    ),
    kept("skill_to_title"),
  );
}

/** The steps until advice tells them with who takes each. */
function steps(road: SkillToTitle): HTMLElement[] {
  const found = entry(LABEL.steps, [el("ol", { class: "gt-steps" }, ...road.steps.map((step) => el("li", {}, step)))]);
  for (const part of found) part.dataset["steps"] = "";
  return found;
}

/** Where the person stands: the picture of the two ladders, its legend, and the same facts as a list. */

import { dated, el, icon, type Child } from "../dom";
import { overpass, type Overpass, type Road, type Rung, type State } from "../picture/overpass";
import { redrawnWhereShown, watched } from "../picture/late";
import { drawn, shape, type Shape } from "../picture/shape";
import { LABEL, PICTURE } from "../words";
import type { Lasting } from "./lasting";
import type { Result } from "./result";

const SIZES = ["tiny", "narrow", "wide"] as const;
const LINES = ["open", "dated", "ask", "blank", "shut", "past"] as const;
const ICONS = { held: "pin", open: "ok", dated: "clock", ask: "ask", blank: "dots", shut: "no", past: "yes" } as const;

export function whereYouStand(result: Result, lasting: Lasting): HTMLElement {
  const { overpass: picture, targets } = result;
  const missing = picture.rungs.map(({ id }) => targets[id]?.missing[0]);
  const drawings = SIZES.map((size) => {
    const shapes = (): Shape => overpass(picture, size);
    return lasting.part(`picture ${size}`, picture, () => watched(drawn(shapes())), (before) => redrawnWhereShown(before, shapes));
  });
  const key = lasting.part("picture legend", picture, () => legend(picture));
  const figure = lasting.frame("picture", () => el("figure"), [...drawings, key]);
  const words = lasting.part("picture in words", [picture, missing], () => list(result));
  return lasting.section("stand", LABEL.stand, lasting.frame("pic", () => el("div", { class: "gt-pic" }), [figure, words]));
}

/** Only the lines that occur. */
function legend({ roads }: Overpass): HTMLElement {
  const used = new Set<State>(roads.map(({ state }) => state));
  const items = LINES.filter((state) => used.has(state)).map((state) => {
    const line = shape("svg", { viewBox: "0 0 34 12", "aria-hidden": "true" }, shape("path", { class: `op-line op-${state}`, d: "M2 6H34" }));
    return el("li", {}, drawn(line), PICTURE.line[state]);
  });
  return el("ul", { class: "gt-key", "aria-label": PICTURE.legend }, ...items);
}

/** What the picture shows, as words: most people on a phone will read this. */
function list({ overpass: { rungs, roads }, targets }: Result): HTMLElement {
  const named = (state: State): Rung[] => rungs.filter((rung) => rung.state === state && rung.id !== "honour");
  const taken = (state: State): Road[] => roads.filter((road) => road.state === state);
  return el(
    "dl",
    { class: "gt-words" },
    entry("held", named("held").map(({ name, date }) => [date === null ? name : PICTURE.held(name, date)])),
    entry("open", taken("open").map(({ says }) => [el("b", {}, says)])),
    entry("dated", taken("dated").map(({ says, date }) => [el("b", {}, dated(date ?? "")), ` ${says}`])),
    entry("ask", taken("ask").map(({ says, date }) => [dated(date === null ? says : PICTURE.heldIf(says, date))])),
    entry("blank", taken("blank").map(({ says, date }) => [dated(date === null ? says : PICTURE.answeredIf(says, date))])),
    entry("shut", named("shut").map(({ id, name }) => [PICTURE.shut(name, targets[id]?.missing[0] ?? "")])),
    entry("past", named("past").length === 0 ? [] : [[named("past").map(({ name }) => name).join("、")]]),
  );
}

function entry(state: keyof typeof ICONS, items: readonly Child[][]): HTMLElement | null {
  if (items.length === 0) return null;
  const head = el("dt", {}, icon(ICONS[state]), state === "past" ? PICTURE.past : PICTURE.line[state]);
  return el("div", {}, head, ...items.map((item) => el("dd", {}, ...item)));
}

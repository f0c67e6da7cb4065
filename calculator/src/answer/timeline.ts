/** From today to the retirement age: every date of the answer, in order. */

import { dated, el } from "../dom";
import { LABEL } from "../words";
import { section } from "./parts";
import type { Stop } from "./result";

/** More stops than this stand one below the other at every width. */
const MOST_BESIDE = 6;

export function timeline(stops: readonly Stop[]): HTMLElement {
  const items = stops.map(({ date, kind, says, gap }) =>
    el(
      "li",
      { class: kind },
      gap === "" ? null : el("span", { class: "gap" }, gap),
      el("b", { class: "gt-num" }, kind === "now" ? LABEL.today : date),
      el("span", {}, kind === "now" ? dated(`${date}，${says}`) : dated(says)),
    ),
  );
  return section(LABEL.timeline, el("ol", { class: `gt-time${stops.length > MOST_BESIDE ? "" : " is-beside"}` }, ...items));
}

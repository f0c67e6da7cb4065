/** The two shapes that every part of the answer is built from. */

import { el, type Child } from "../dom";

/** A term and what is said of it; nothing where nothing is said. */
export function entry(label: string, ...items: readonly Child[][]): HTMLElement[] {
  return items.length === 0 ? [] : [el("dt", {}, label), ...items.map((item) => el("dd", {}, ...item))];
}

/** A part with a heading. */
export function section(title: string, ...children: readonly Child[]): HTMLElement {
  return el("section", { class: "gt-section" }, el("h2", {}, title), ...children);
}

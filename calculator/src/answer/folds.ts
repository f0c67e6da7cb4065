/** Folded parts of the answer: they keep their state, and what a closed one holds may be made after the answer is painted. */

import { dated, el, need, type Child } from "../dom";
import { arrange, type Lasting } from "./lasting";

/** What is still to be put into a fold. */
const unmade = new WeakMap<HTMLDetailsElement, () => readonly HTMLElement[]>();

export function fold(words: string, ...children: readonly Child[]): HTMLDetailsElement {
  return el("details", { class: "gt-fold", "data-fold": words }, el("summary", {}, dated(words)), ...children);
}

/** A fold whose inside is made when it opens or by `makeFolds`, whichever comes first; what it held before stays until then. */
export function lateFold(lasting: Lasting, name: string, words: string, isOpen: boolean, from: unknown, inside: () => readonly HTMLElement[]): HTMLDetailsElement {
  const made = lasting.part(`${name} fold`, null, () => {
    const empty = fold(words);
    empty.dataset["fold"] = name; // tells folds of the same words apart
    empty.open = isOpen;
    for (const event of ["click", "toggle"]) empty.addEventListener(event, () => make(empty));
    return empty;
  });
  return lasting.part(`${name} inside`, from, () => {
    unmade.set(made, inside);
    return made;
  });
}

function make(fold: HTMLDetailsElement): void {
  const inside = unmade.get(fold);
  if (inside === undefined) return;
  unmade.delete(fold);
  arrange(fold, [need(fold, "summary"), ...inside()]);
}

/** Makes what the folds of a place still lack: of all of them, or only of those that are open. */
export function makeFolds(place: ParentNode, which: "all" | "open"): void {
  for (const fold of foldsIn(place)) if (which === "all" || fold.open) make(fold);
}

/** Which folds are open, by name. */
export function foldStates(place: ParentNode): ReadonlyMap<string, boolean> {
  return new Map([...foldsIn(place)].map((fold) => [fold.dataset["fold"] ?? "", fold.open]));
}

/** Opens and closes folds as they were; new ones stay as they are. */
export function restoreFolds(place: ParentNode, states: ReadonlyMap<string, boolean>): void {
  for (const fold of foldsIn(place)) fold.open = states.get(fold.dataset["fold"] ?? "") ?? fold.open;
}

function foldsIn(place: ParentNode): NodeListOf<HTMLDetailsElement> {
  return place.querySelectorAll<HTMLDetailsElement>("details[data-fold]");
}

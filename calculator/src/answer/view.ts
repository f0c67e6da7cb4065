/** Small things of view: folds keep their state, the dock steps aside for the full answer, paper shows everything. */

import { need, type Child } from "../dom";

/** Puts a new answer in the place of the old one; what the visitor had unfolded or folded stays so. */
export function replaceAnswer(place: HTMLElement, parts: readonly Child[]): void {
  const folds = (): NodeListOf<HTMLDetailsElement> => place.querySelectorAll<HTMLDetailsElement>("details[data-fold]");
  const before = new Map([...folds()].map((fold) => [fold.dataset["fold"], fold.open]));
  place.replaceChildren(...parts.filter((part) => part !== null));
  for (const fold of folds()) fold.open = before.get(fold.dataset["fold"]) ?? fold.open;
}

export function followView(root: HTMLElement): void {
  const dock = need(root, "[data-dock]");
  const answer = need(root, "[data-answer]");
  new IntersectionObserver(([entry]) => dock.classList.toggle("is-away", entry?.isIntersecting ?? false)).observe(answer);
  let folded: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    folded = [...answer.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const fold of folded) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });
}

/** What the visitor should know on arriving: what is wrong with an opened link, or that the browser gave this tab up. */

import { besidePlace, type InputError } from "./answer/result";
import { el, need } from "./dom";
import { steps } from "./facts";
import type { Form } from "./form/form";
import { ACTION, DISCARDED, LINK } from "./words";

/** Shows the list, or hides it where there is nothing to say. */
export function showLinkErrors(root: HTMLElement, form: Form, errors: readonly InputError[]): void {
  const place = need(root, "[data-notice]");
  place.hidden = errors.length === 0;
  if (errors.length === 0) return place.replaceChildren();
  const items = errors.map((error) => el("li", {}, sentence(form, error)));
  const help = el("a", { href: root.dataset["links"] ?? "" }, LINK.help);
  place.replaceChildren(el("p", {}, LINK.intro), el("ul", { class: "gt-plain-list" }, ...items), el("p", {}, help), dismissing(place));
}

/** For a tab that the browser had given up for lack of memory: what was filled in went with it, since nothing is stored. */
export function showDiscarded(root: HTMLElement): void {
  if ((document as { wasDiscarded?: boolean }).wasDiscarded !== true) return;
  const place = need(root, "[data-notice]");
  place.hidden = false;
  place.replaceChildren(el("p", {}, DISCARDED), dismissing(place));
}

function dismissing(place: HTMLElement): HTMLElement {
  const close = el("button", { class: "gt-btn is-quiet", type: "button" }, ACTION.dismiss);
  close.addEventListener("click", () => {
    place.hidden = true;
    place.replaceChildren();
  });
  return close;
}

function sentence(form: Form, error: InputError): string {
  const name = steps(error.at).join(".");
  if (form.kindOf(name.replace(/\.\d+\./, ".0.")) === undefined) return LINK.unknown(name, error.given);
  return LINK.item(name, besidePlace(error));
}

/** “复制链接” and “清除全部”. Personal facts are never written into the link, and the visitor is told so. */

import { need } from "./dom";
import type { Form } from "./form/form";
import { writeLink } from "./link";
import { ACTION } from "./words";

export function shareButtons(root: HTMLElement, form: Form, clear: () => void): void {
  const say = (words: string): void => {
    need(root, "[data-copied]").textContent = words;
  };
  root.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-carry]") : null;
    if (link !== null) link.hash = writeLink(form.read(), form.isPersonal);
  });
  need(root, "[data-act=copy]").addEventListener("click", () => void copy(root, form, say));
  need(root, "[data-act=clear]").addEventListener("click", () => {
    need(root, "[data-copy-by-hand]").hidden = true;
    clear();
    say(ACTION.cleared);
    form.box.querySelector<HTMLElement>("input")?.focus();
  });
}

async function copy(root: HTMLElement, form: Form, say: (words: string) => void): Promise<void> {
  const facts = form.read();
  const link = `${location.origin}${location.pathname}${location.search}#${writeLink(facts, form.isPersonal)}`;
  const left = Object.keys(facts).filter(form.isPersonal).map((key) => form.questions.get(key)?.label ?? key);
  const without = left.length > 0 ? ACTION.copiedWithout(left.join("、")) : ACTION.copied;
  const byHand = need(root, "[data-copy-by-hand]");
  byHand.hidden = true;
  try {
    await navigator.clipboard.writeText(link);
    say(without);
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    say(ACTION.byHand);
    byHand.hidden = false;
    const field = need<HTMLInputElement>(byHand, "input");
    field.value = link;
    field.focus();
    field.select();
  }
}

/**
 * The link: what it contains, copying it, drawing it as a code to scan. Birth date and sex are written into it only
 * where the visitor ticks them; nothing is sent anywhere, the link stands on the page and nowhere else.
 */

import { need } from "./dom";
import { UNSURE } from "./facts";
import type { Form } from "./form/form";
import { writeLink } from "./link";
import { drawCode } from "./qr";
import { ACTION, LINK } from "./words";

export class Share {
  readonly #ticks: readonly HTMLInputElement[];
  readonly #code: HTMLElement;
  readonly #contains: HTMLElement;
  readonly #scan: HTMLButtonElement;

  constructor(
    private readonly root: HTMLElement,
    private readonly form: Form,
    clear: () => void,
  ) {
    this.#ticks = [...root.querySelectorAll<HTMLInputElement>("[data-personal-tick]")];
    this.#code = need(root, "[data-code]");
    this.#contains = need(root, "[data-contains]");
    this.#scan = need<HTMLButtonElement>(root, "[data-act=code]");
    for (const tick of this.#ticks) tick.addEventListener("change", () => this.refresh());
    this.#scan.addEventListener("click", () => this.#showCode(Boolean(this.#code.hidden)));
    root.addEventListener("click", ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-carry]") : null;
      if (link !== null) link.hash = writeLink(this.form.read(), this.form.isPersonal);
    });
    need(root, "[data-act=copy]").addEventListener("click", () => void this.#copy());
    need(root, "[data-act=clear]").addEventListener("click", () => {
      for (const tick of this.#ticks) tick.checked = false;
      this.#showCode(false);
      need(this.#code, "[data-code-place]").replaceChildren();
      const byHand = need(root, "[data-copy-by-hand]");
      byHand.hidden = true;
      need<HTMLInputElement>(byHand, "input").value = "";
      clear();
      this.#say(ACTION.cleared);
      need(root, "[data-heading]").focus({ preventScroll: true });
    });
  }

  /** Says what the link would contain now; a code that is shown is drawn again. */
  refresh(): void {
    if (this.#contains.closest("[hidden]") !== null) return;
    const facts = this.form.read();
    const keys = Object.keys(facts).filter((key) => key !== UNSURE && !this.#isLeftOut(key));
    const labels = keys.map((key) => this.form.questions.get(key)?.label ?? key);
    this.#contains.textContent = labels.length === 0 ? LINK.nothing : LINK.contains(labels.join("、"));
    for (const tick of this.#ticks) {
      const row = tick.closest("label");
      if (row) row.hidden = !Object.hasOwn(facts, tick.dataset["personalTick"] ?? "");
    }
    if (!this.#code.hidden) this.#draw();
  }

  #isLeftOut(key: string): boolean {
    return this.form.isPersonal(key) && !this.#ticks.some((tick) => tick.checked && tick.dataset["personalTick"] === key);
  }

  #link(): string {
    const facts = this.form.read();
    return `${location.origin}${location.pathname}${location.search}#${writeLink(facts, (key) => this.#isLeftOut(key))}`;
  }

  #say(words: string): void {
    need(this.root, "[data-copied]").textContent = words;
  }

  async #copy(): Promise<void> {
    const link = this.#link();
    const left = Object.keys(this.form.read()).filter((key) => this.#isLeftOut(key));
    const labels = left.map((key) => this.form.questions.get(key)?.label ?? key);
    const byHand = need(this.root, "[data-copy-by-hand]");
    byHand.hidden = true;
    try {
      await navigator.clipboard.writeText(link);
      this.#say(labels.length > 0 ? ACTION.copiedWithout(labels.join("、")) : ACTION.copied);
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      this.#say(ACTION.byHand);
      byHand.hidden = false;
      const field = need<HTMLInputElement>(byHand, "input");
      field.value = link;
      field.focus();
      field.select();
    }
  }

  #showCode(isShown: boolean): void {
    this.#code.hidden = !isShown;
    this.#scan.setAttribute("aria-expanded", String(isShown));
    if (isShown) this.#draw();
  }

  #draw(): void {
    const drawn = drawCode(this.#link());
    need(this.#code, "[data-code-place]").replaceChildren(drawn ?? LINK.tooLong);
    need(this.#code, "figcaption").hidden = drawn === null;
  }
}

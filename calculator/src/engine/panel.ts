/** What the page says of the engine: bytes and percent while it loads, a sentence and a way on when it fails. */

import { el } from "../dom";
import { ACTION, LOADING, TROUBLE } from "../words";
import type { Trouble } from "./engine";

export class Panel {
  #bar: HTMLProgressElement | null = null;
  #amount: HTMLElement | null = null;
  #words: HTMLElement | null = null;
  /** Ends the wait for a network, once something else happens. */
  #offline: AbortController | null = null;

  constructor(
    private readonly place: HTMLElement,
    private readonly tables: string,
  ) {}

  /** One grey line with a bar; after the last byte it says that Python starts. */
  progress(loaded: number, total: number): void {
    this.#offline?.abort();
    if (this.#bar === null || this.#amount === null || this.#words === null) {
      this.#words = el("span", {}, LOADING.download);
      this.#amount = el("span", {});
      this.#bar = el("progress", { "aria-label": LOADING.download });
      this.place.replaceChildren(el("div", { class: "gt-load" }, this.#words, this.#bar, this.#amount));
    }
    this.#bar.max = total;
    this.#bar.value = loaded;
    this.#amount.textContent = LOADING.amount(loaded, total);
    if (loaded >= total) this.#words.textContent = LOADING.start;
  }

  /** `again` starts anew in this page, by itself once there is a network again; `reopen`, where a page can, opens it anew with what was filled in. */
  trouble(trouble: Trouble, again: () => void, reopen: (() => void) | null = null): void {
    this.#forget();
    if (trouble === "offline") {
      this.#offline = new AbortController();
      window.addEventListener("online", again, { once: true, signal: this.#offline.signal });
    }
    const renew = trouble === "replaced" ? reopen : null;
    const retry = el("button", { class: "gt-btn", type: "button" }, renew ? ACTION.reopen : ACTION.retry);
    retry.addEventListener("click", renew ?? again);
    const tables = el("a", { href: this.tables }, ACTION.tables);
    this.place.replaceChildren(
      el(
        "div",
        { class: "gt-notice", role: "alert" },
        el("p", {}, TROUBLE[trouble]),
        renew ? el("p", { class: "gt-meta" }, ACTION.reopenNote) : null,
        el("p", { class: "gt-acts" }, trouble === "unsupported" ? null : retry, tables),
      ),
    );
  }

  ready(): void {
    this.#forget();
    this.place.replaceChildren(el("p", { class: "gt-meta" }, LOADING.ready));
  }

  /** Says nothing and waits for nothing any more. */
  clear(): void {
    this.#forget();
    this.place.replaceChildren();
  }

  #forget(): void {
    this.#offline?.abort();
    this.#bar = this.#amount = this.#words = null;
  }
}

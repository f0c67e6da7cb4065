/** One question of the form: reading its answer, filling it in, saying what is wrong with it. */

import { need } from "../dom";
import type { Scalar } from "../facts";
import { isNumeral } from "../link";
import { readDate, writeDate } from "./date";

export class Question {
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  /** The screen of the interview on which it is asked. */
  readonly screen: string;
  /** Asked, and answered with “不确定” or passed over. */
  isUnsure = false;

  constructor(readonly box: HTMLElement) {
    this.key = box.dataset["key"] ?? "";
    this.kind = box.dataset["kind"] ?? "";
    this.label = box.dataset["label"] ?? "";
    this.screen = box.dataset["screen"] ?? "";
  }

  /** Out of the ordinary: it stands folded. */
  get isRare(): boolean {
    return this.box.dataset["rare"] !== undefined;
  }

  /** Of an entry, but asked on another screen than the entry's own. */
  get isElsewhere(): boolean {
    return this.box.dataset["elsewhere"] !== undefined;
  }

  /** The question as it is put. */
  get ask(): string {
    return need(this.box, ".gt-ask > [id]").textContent ?? "";
  }

  /** The answer in words, or null. */
  words(): string | null {
    const value = this.read();
    if (value === null || this.kind === "date") return value === null ? null : String(value);
    const radio = this.#radios().find((one) => one.checked);
    if (radio) return radio.closest("label")?.textContent?.trim() ?? null;
    const field = this.#field();
    return field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.textContent ?? null) : field.value.trim();
  }

  /** The answer, or null while there is none. */
  read(): Scalar | null {
    if (this.kind === "date") return readDate(this.box);
    const text = this.#text();
    if (text === "") return null;
    if (this.kind === "bool") return text === "true";
    if ((this.kind === "integer" || this.kind === "number") && isNumeral(text)) return Number(text);
    return text;
  }

  /** Shows an answer. What the field can't show (a choice that isn't one) leaves it unanswered. */
  write(value: Scalar | null): void {
    this.isUnsure = false;
    const text = value === null ? "" : String(value);
    if (this.kind === "date") return writeDate(this.box, text);
    const radios = this.#radios();
    if (radios.length > 0) {
      const chosen = radios.find((radio) => radio.value === text) ?? radios.find((radio) => radio.value === "");
      if (chosen) chosen.checked = true;
      return;
    }
    const field = this.#field();
    field.value = text;
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
  }

  /** Marks an unanswered question that can still change the result. */
  set matters(value: boolean) {
    need(this.box, "[data-matters]").hidden = !value;
    this.box.classList.toggle("is-open", value);
  }

  /** The interview shows some fields of an entry only while the rules ask for them, or when they are filled in. */
  set isAsked(value: boolean) {
    this.box.classList.toggle("is-asked", value);
  }

  get hidden(): boolean {
    return Boolean(this.box.hidden);
  }

  set hidden(value: boolean) {
    this.box.hidden = value;
  }

  get hasComplaint(): boolean {
    return !need(this.box, "[data-error]").hidden;
  }

  get hasFocus(): boolean {
    return this.box.contains(document.activeElement);
  }

  /** Says what is wrong beside the field; null takes it back. */
  complain(says: string | null): void {
    const place = need(this.box, "[data-error]");
    if (says === null && place.hidden) return;
    place.textContent = says ?? "";
    place.hidden = says === null;
    for (const field of this.box.querySelectorAll("input:not([type=radio]), select")) {
      if (says === null) field.removeAttribute("aria-invalid");
      else field.setAttribute("aria-invalid", "true");
    }
  }

  /** Unfolds what hides the question and puts the cursor into it. */
  focus(): void {
    for (let part = this.box.closest("details"); part; part = part.parentElement?.closest("details") ?? null) part.open = true;
    this.box.hidden = false;
    const target = this.box.querySelector<HTMLElement>("input:checked, input:not([type=radio]), select, button:not([hidden])");
    target?.focus({ preventScroll: true });
    this.box.scrollIntoView({ block: "center" });
  }

  #radios(): HTMLInputElement[] {
    return [...this.box.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  }

  #field(): HTMLInputElement | HTMLSelectElement {
    return need<HTMLInputElement | HTMLSelectElement>(this.box, "input, select");
  }

  #text(): string {
    const radios = this.#radios();
    if (radios.length > 0) return radios.find((radio) => radio.checked)?.value ?? "";
    const text = this.#field().value.trim();
    return this.kind === "integer" || this.kind === "number" ? text.normalize("NFKC") : text;
  }
}

/** Three boxes for year, month and day; day and month may stay empty, as on the certificate. */

import { need } from "../dom";

const PARTS = ["y", "m", "d"] as const;
/** A whole date pasted or typed into the first box. */
const WHOLE = /^(\d{4})\D+(\d{1,2})(?:\D+(\d{1,2}))?\D*$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; whatever else was typed is given as typed, for the rules to judge. */
export function readDate(box: HTMLElement): string | null {
  const typed = boxes(box).map((field) => field.value.trim().normalize("NFKC"));
  while (typed.length > 0 && typed.at(-1) === "") typed.pop();
  if (typed.length === 0) return null;
  return typed.map((part, index) => (index > 0 && /^\d$/.test(part) ? `0${part}` : part)).join("-");
}

export function writeDate(box: HTMLElement, date: string): void {
  const isDate = /^[^-]*(-[^-]*){0,2}$/.test(date);
  const parts = isDate ? date.split("-") : [date];
  boxes(box).forEach((field, index) => {
    field.value = parts[index] ?? "";
  });
}

/** Spreads a whole date that stands in the year's box over the three boxes. */
export function spreadDate(box: HTMLElement): void {
  const [year] = boxes(box);
  const text = year?.value.trim().normalize("NFKC") ?? "";
  const match = WHOLE.exec(text) ?? COMPACT.exec(text);
  if (match) writeDate(box, match.slice(1).filter(Boolean).map((part) => part.padStart(2, "0")).join("-"));
}

/** True while a date is being typed: asking about half a year would only bring an error. */
export function isHalfTyped(box: HTMLElement): boolean {
  const [year] = boxes(box);
  return box.contains(document.activeElement) && year !== undefined && year.value.trim().length < 4;
}

function boxes(box: HTMLElement): HTMLInputElement[] {
  return PARTS.map((part) => need<HTMLInputElement>(box, `[data-part=${part}]`));
}

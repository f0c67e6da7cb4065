/** A status in words, with an icon and an outline of its own; colour comes last. */

import { el, icon } from "../dom";
import { STATUS } from "../words";
import type { Dated, Result, Target } from "./result";

type Look = "held" | "open" | "dated" | "ask" | "blank" | "shut";

const ICON: Record<Look, string> = { held: "pin", open: "ok", dated: "clock", ask: "ask", blank: "dots", shut: "no" };
const RANK: readonly Look[] = ["held", "open", "dated", "ask", "blank", "shut"];

export interface Shown {
  readonly look: Look;
  readonly words: string;
}

/** What keeps a target or a route from being definite: nothing, an office's word, or an answer that is still to be given. */
export type Open = "nothing" | "office" | "answer";

/** How a target or a route is shown on the day asked about; a certain day comes first. */
export function shown({ status, earliest, certain }: Dated, asOf: string, open: Open): Shown {
  const later = earliest !== null && earliest > asOf ? earliest : null;
  if (status === "eligible") return { look: "open", words: STATUS.eligible };
  if (certain !== null && certain > asOf) return { look: "dated", words: STATUS.from(certain) };
  if (status === "needs_confirmation") return open === "answer" ? { look: "blank", words: STATUS.unanswered } : { look: "ask", words: STATUS.confirm };
  if (later === null) return { look: "shut", words: STATUS.no };
  return open === "nothing" ? { look: "dated", words: STATUS.from(later) } : { look: "ask", words: STATUS.fromIfConfirmed(later) };
}

export function shownTarget(target: Target, asOf: string): Shown {
  return shown(target, asOf, target.answered ? (target.confirm.length > 0 ? "office" : "nothing") : "answer");
}

/** The targets above what is held, by key: below, there is no need to apply. */
export function above({ targets, overpass: { rungs } }: Result): [string, Target][] {
  const held = new Set(rungs.filter(({ state }) => state === "held" || state === "past").map(({ id }) => id));
  return Object.entries(targets).filter(([key]) => !held.has(key));
}

export function chip({ look, words }: Shown): HTMLElement {
  return el("span", { class: `gt-chip ${look}` }, icon(ICON[look]), words);
}

/** What is open now first, what is shut last; otherwise as the result has it. */
export function byLook<T>(items: readonly T[], shownAs: (item: T) => Shown): T[] {
  const rank = (item: T): number => RANK.indexOf(shownAs(item).look);
  return [...items].sort((a, b) => rank(a) - rank(b));
}

export function byStatus(targets: readonly Target[], asOf: string): Target[] {
  return byLook(targets, (target) => shownTarget(target, asOf));
}

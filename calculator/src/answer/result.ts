/** The result as the rules give it (schema 1); the page shows it and decides nothing. */

import type { Overpass } from "../picture/overpass";
import type { Asked } from "../form/screens";

export interface Condition {
  readonly status: "met" | "unmet" | "unknown" | "judgement";
  readonly since: string | null;
  readonly until: string | null;
  readonly facts: readonly string[];
  readonly statement: string | null;
  readonly clause: string;
  readonly quote: string;
  readonly readings: readonly string[];
  readonly says: string;
}

export type Status = "eligible" | "not_eligible" | "needs_confirmation";

export interface Dated {
  readonly status: Status;
  readonly earliest: string | null;
  readonly until: string | null;
  /** The day from which it is open whatever the open points turn out to be. */
  readonly certain: string | null;
}

export interface Route extends Dated {
  readonly id: string;
  readonly name: string;
  readonly conditions: readonly Condition[];
}

export interface Confirm {
  readonly says: string;
  readonly office: string | null;
  readonly readings: readonly string[];
}

export interface Note {
  readonly says: string;
  readonly readings: readonly string[];
}

export interface Target extends Dated {
  readonly name: string;
  readonly answered: boolean;
  readonly routes: readonly Route[];
  readonly missing: readonly string[];
  readonly confirm: readonly Confirm[];
  readonly notes: readonly Note[];
  readonly cites: readonly string[];
  readonly readings: readonly string[];
  readonly sessions?: readonly string[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Paper extends Named {
  readonly copies: number | null;
}

export interface Option {
  readonly receiver: Named;
  readonly issuer: Named;
  readonly certificate_type: string | null;
  readonly materials: readonly Paper[];
  readonly sessions: readonly string[];
  readonly cites: readonly string[];
}

export interface TitleToSkill {
  readonly options: readonly Option[];
  readonly theory_exam: "may_be_exempt" | "not_exempt" | "unknown";
  readonly confirm: readonly Confirm[];
  readonly cites: readonly string[];
}

export interface SkillToTitle {
  readonly steps: readonly string[];
  readonly committee: Readonly<Record<string, string>>;
  readonly materials: string;
  readonly route: string | null;
  readonly education_treated_as: string | null;
  readonly confirm: readonly Confirm[];
  readonly cites: readonly string[];
}

export interface Retirement {
  readonly delay_months: number | null;
  readonly statutory_age: string | null;
  readonly reach_month: string | null;
  readonly reach_date: string | null;
  readonly reached_on_as_of: boolean | null;
}

export interface Stop {
  /** A month where no day is known. */
  readonly date: string;
  readonly kind: "now" | "opens" | "ask" | "session" | "closes" | "retirement";
  readonly says: string;
  readonly gap: string;
}

export interface Result {
  readonly schema: number;
  readonly policy: string;
  readonly rules: string;
  readonly as_of: string;
  readonly problems: readonly { readonly at: string; readonly says: string }[];
  readonly answer: { readonly headline: string; readonly more: readonly string[] };
  readonly targets: Readonly<Record<string, Target>>;
  readonly overpass: Overpass;
  readonly questions: readonly string[];
  readonly interview: { readonly so_far: string | null; readonly screens: readonly Asked[] };
  readonly channel: { readonly title_to_skill: TitleToSkill; readonly skill_to_title: SkillToTitle };
  readonly retirement: Retirement | null;
  readonly timeline: readonly Stop[];
}

/** What stands in the list instead of a result where the facts were bad. */
export interface BadInput {
  readonly errors: readonly InputError[];
}

export interface InputError {
  readonly at: string;
  /** In quotation marks, ready to be shown. */
  readonly given: string;
  readonly accepted: string;
  readonly says: string;
}

export function isBad(item: Result | BadInput): item is BadInput {
  return "errors" in item;
}

/** The sentence about a place in the input, without the pointer: it stands beside the place. */
export function besidePlace({ at, says }: { readonly at: string; readonly says: string }): string {
  return says.startsWith(`${at}：`) ? says.slice(at.length + 1) : says;
}

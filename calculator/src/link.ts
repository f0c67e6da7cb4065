/**
 * The link: named parameters after `#`, never positions.
 *
 * `works_in_wuhan=true&titles.0.level=assistant&titles.0.obtained=2023-05`; an empty list is `titles=none`.
 */

import type { Entry, Facts, Scalar, Value } from "./facts";

/** What kind of fact stands under a parameter name; `undefined` for a name that no question has. */
export type KindOf = (name: string) => string | undefined;

const NONE = "none";

/** The part after `#`, or null where it holds no parameters (an anchor of the page). */
export function parametersOf(hash: string): URLSearchParams | null {
  const text = hash.replace(/^#/, "");
  return text.includes("=") ? new URLSearchParams(text) : null;
}

/**
 * The facts that a link states. Nothing is judged here: what has the wrong form is kept as it was written, so that
 * the rules can say what is wrong with it.
 */
export function readLink(parameters: URLSearchParams, kindOf: KindOf): Facts {
  const facts: Map<string, Value> = new Map();
  const lists = new Map<string, Map<number, Entry>>();
  for (const [name, text] of parameters) {
    const match = /^([^.]+)\.(\d{1,4})\.([^.]+)$/.exec(name);
    const [, list, index, field] = match ?? [];
    if (list === undefined || index === undefined || field === undefined || kindOf(list) !== "list") {
      facts.set(name, kindOf(name) === "list" && text === NONE ? [] : typed(text, kindOf(name)));
      continue;
    }
    const rows = lists.get(list) ?? new Map<number, Entry>();
    lists.set(list, rows.set(Number(index), withField(rows.get(Number(index)), field, typed(text, kindOf(`${list}.0.${field}`)))));
  }
  for (const [list, rows] of lists) {
    facts.set(list, [...rows].sort(([a], [b]) => a - b).map(([, entry]) => entry));
  }
  return Object.fromEntries(facts);
}

/** The parameters for facts, without the keys that are personal. */
export function writeLink(facts: Facts, isPersonal: (key: string) => boolean): string {
  const parameters: [string, string][] = [];
  for (const [key, value] of Object.entries(facts)) {
    if (isPersonal(key)) continue;
    if (!Array.isArray(value)) parameters.push([key, String(value)]);
    else if (value.length === 0) parameters.push([key, NONE]);
    else {
      value.forEach((entry, index) => {
        for (const [field, scalar] of Object.entries(entry)) parameters.push([`${key}.${index}.${field}`, String(scalar)]);
      });
    }
  }
  return parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
}

function withField(entry: Entry | undefined, field: string, value: Scalar): Entry {
  return Object.fromEntries([...Object.entries(entry ?? {}), [field, value]]);
}

function typed(text: string, kind: string | undefined): Scalar {
  if (kind === "bool" && (text === "true" || text === "false")) return text === "true";
  if ((kind === "integer" || kind === "number") && isNumeral(text)) return Number(text);
  return text;
}

/** A plain decimal number, as a person writes it. */
export function isNumeral(text: string): boolean {
  return /^-?\d{1,9}(\.\d{1,9})?$/.test(text);
}

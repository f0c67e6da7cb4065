/**
 * The link: named parameters after `#`, never positions.
 *
 * `works_in_wuhan=true&titles.0.level=assistant&titles.0.obtained=2023-05`; an empty list is `titles=none`; what was
 * answered with “不确定” is `unsure=retired,titles.0.level`.
 */

import { isEntries, steps, UNSURE, unsureIn, type Entry, type Facts, type Scalar, type Value } from "./facts";

/** What kind of fact stands under a parameter name; `undefined` for a name that no question has. */
export type KindOf = (name: string) => string | undefined;

/** What parameters and their values were called in links made earlier: old name → today's. Numbers of entries are left out. */
export interface Renamed {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const NONE = "none";
const IN_LIST = /^([^.]+)\.(\d{1,4})\.([^.]+)$/;

/** The part after `#`, or null where it holds no parameters (an anchor of the page). */
export function parametersOf(hash: string): URLSearchParams | null {
  const text = hash.replace(/^#/, "");
  return text.includes("=") ? new URLSearchParams(text) : null;
}

/** The parameters under today's names: a link made earlier keeps working. */
export function migrate(parameters: URLSearchParams, { names, values }: Renamed): URLSearchParams {
  const found = new URLSearchParams();
  for (const [name, text] of parameters) {
    const [, , index] = IN_LIST.exec(name) ?? [];
    const plain = withoutIndex(name);
    const now = Object.hasOwn(names, plain) ? (names[plain] ?? plain) : plain;
    const reworded = Object.hasOwn(values, now) ? values[now] : undefined;
    const value = reworded && Object.hasOwn(reworded, text) ? (reworded[text] ?? text) : text;
    found.append(index === undefined ? now : now.replace(".", `.${index}.`), value);
  }
  return found;
}

/**
 * The facts that a link states. Nothing is judged here: what has the wrong form is kept as it was written, so that
 * the rules can say what is wrong with it.
 */
export function readLink(parameters: URLSearchParams, kindOf: KindOf): Facts {
  const facts: Map<string, Value> = new Map();
  const lists = new Map<string, Map<number, Entry>>();
  for (const [name, text] of parameters) {
    const [, list, index, field] = IN_LIST.exec(name) ?? [];
    if (name === UNSURE) facts.set(name, text.split(",").filter(Boolean).map(pointer));
    else if (list === undefined || index === undefined || field === undefined || kindOf(list) !== "list") {
      facts.set(name, kindOf(name) === "list" && text === NONE ? [] : typed(text, kindOf(name)));
    } else {
      const rows = lists.get(list) ?? new Map<number, Entry>();
      lists.set(list, rows.set(Number(index), withField(rows.get(Number(index)), field, typed(text, kindOf(`${list}.0.${field}`)))));
    }
  }
  for (const [list, rows] of lists) {
    facts.set(list, [...rows].sort(([a], [b]) => a - b).map(([, entry]) => entry));
  }
  return Object.fromEntries(facts);
}

/** The parameters for facts, without the keys that are left out. */
export function writeLink(facts: Facts, isLeftOut: (key: string) => boolean): string {
  const parameters: [string, string][] = [];
  for (const [key, value] of Object.entries(facts)) {
    if (isLeftOut(key) || key === UNSURE) continue;
    if (!Array.isArray(value)) parameters.push([key, String(value)]);
    else if (value.length === 0) parameters.push([key, NONE]);
    else if (isEntries(value)) {
      value.forEach((entry, index) => {
        for (const [field, scalar] of Object.entries(entry)) parameters.push([`${key}.${index}.${field}`, String(scalar)]);
      });
    }
  }
  const unsure = unsureIn(facts).map((at) => steps(at).join("."));
  if (unsure.length > 0) parameters.push([UNSURE, unsure.join(",")]);
  return parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
}

function withoutIndex(name: string): string {
  return name.replace(IN_LIST, "$1.$3");
}

function pointer(name: string): string {
  return `/${name.split(".").join("/")}`;
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

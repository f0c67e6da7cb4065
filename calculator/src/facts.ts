/** Facts as JSON: what the form gives and the rules take. */

export type Scalar = boolean | number | string;
export type Entry = Record<string, Scalar>;
export type Value = Scalar | Entry[] | string[];
export type Facts = Record<string, Value>;

/** The key of the questions that were asked and can't be answered: pointers, no facts. */
export const UNSURE = "unsure";

/** A list of certificates or honours. */
export function isEntries(value: Value | null | undefined): value is Entry[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "object");
}

/** The pointers of the questions answered with “不确定”. */
export function unsureIn(facts: Facts): string[] {
  const given = facts[UNSURE];
  return Array.isArray(given) ? given.filter((at) => typeof at === "string") : [];
}

/** The steps of a JSON pointer. */
export function steps(pointer: string): string[] {
  return pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A copy without what the pointers name, so that the rest can still be answered. */
export function without(facts: Facts, pointers: readonly string[]): Facts {
  const copy = structuredClone(facts);
  const dropped = new Map<Entry[] | string[], Set<number>>();
  for (const [key, index, field] of pointers.map(steps)) {
    const value = key === undefined ? undefined : copy[key];
    if (key === undefined || value === undefined) continue;
    const entry = Array.isArray(value) ? value[Number(index)] : undefined;
    if (!Array.isArray(value) || index === undefined) delete copy[key];
    else if (typeof entry === "object" && field !== undefined) delete entry[field];
    else dropped.set(value, (dropped.get(value) ?? new Set()).add(Number(index)));
  }
  for (const [list, indexes] of dropped) {
    for (const index of [...indexes].sort((a, b) => b - a)) list.splice(index, 1);
  }
  return copy;
}

/** The results as Python gives them, and which of them are shown in which order. */

export type Kind = "now" | "later" | "ask" | "blank";

export interface PersonResult {
  readonly row: number;
  readonly name: string;
  readonly group: string;
  readonly titles: string;
  readonly skills: string;
  readonly lines: readonly { readonly kind: Kind; readonly says: string; readonly levels: readonly string[] }[];
  readonly channel: readonly string[];
  readonly last_day: string;
  readonly lost: boolean;
  readonly asks: readonly string[];
  readonly doubts: readonly string[];
}

export interface OpenQuestion {
  readonly key: string;
  readonly says: string;
  readonly short: string;
  readonly office: string;
  readonly readings: readonly string[];
  readonly people: number;
  readonly settled: number;
  readonly choices: readonly { readonly value: boolean | string; readonly label: string }[];
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

export interface Summary {
  readonly total: number;
  readonly groups: readonly Group[];
  readonly questions: readonly OpenQuestion[];
  readonly lost: number;
}

export type Order = "row" | "group" | "name" | "last_day";

export interface View {
  group: string;
  words: string;
  order: Order;
}

const collator = new Intl.Collator("zh-CN");

/** The people of a view. Nothing about the policy is decided: groups are Python's, in Python's order. */
export function inView(people: readonly PersonResult[], view: View, groups: readonly Group[]): PersonResult[] {
  const rank = new Map(groups.map((group, index) => [group.id, index]));
  const found = people.filter(
    (person) => (view.group === "" || person.group === view.group) && (view.words === "" || hasWords(person, view.words)),
  );
  const place = (person: PersonResult): number => rank.get(person.group) ?? 0;
  const orders: Record<Order, (a: PersonResult, b: PersonResult) => number> = {
    row: (a, b) => a.row - b.row,
    group: (a, b) => place(a) - place(b) || a.row - b.row,
    name: (a, b) => collator.compare(a.name, b.name) || a.row - b.row,
    last_day: (a, b) => (a.last_day || "9999").localeCompare(b.last_day || "9999") || a.row - b.row,
  };
  return found.sort(orders[view.order]);
}

function hasWords(person: PersonResult, words: string): boolean {
  return [person.name, person.titles, person.skills].some((text) => text.includes(words));
}

/** Places in the policy and readings, as links. The anchors come with the form's HTML, made from the policy itself. */

import { el } from "../dom";

interface Anchors {
  readonly statements: Readonly<Record<string, string>>;
  readonly clauses: Readonly<Record<string, string>>;
}

export class Places {
  readonly #policy: string;
  readonly #readings: string;
  readonly #anchors: Anchors;

  constructor({ dataset }: HTMLElement) {
    this.#policy = dataset["policy"] ?? "";
    this.#readings = dataset["readings"] ?? "";
    this.#anchors = JSON.parse(dataset["anchors"] ?? "{}") as Anchors;
  }

  /** A clause, linked to its place where the place is known. */
  clause(path: string, statement: string | null = null): HTMLElement {
    const anchor = (statement === null ? undefined : this.#anchors.statements[statement]) ?? this.#anchors.clauses[path];
    return anchor === undefined ? el("span", {}, path) : el("a", { href: `${this.#policy}#${anchor}` }, path);
  }

  clauses(paths: readonly string[]): HTMLElement {
    return el("span", { class: "gt-cites" }, ...paths.map((path) => this.clause(path)));
  }

  readings(numbers: readonly string[]): Node[] {
    return numbers.map((number) =>
      el("a", { class: "gt-read", href: `${this.#readings}#${number.toLowerCase()}` }, `解读 ${number}`),
    );
  }
}

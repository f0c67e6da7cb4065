/** Parts of the answer that last: while what a part shows stays the same, it stays on the page as it stands, folds and all. */

import { need } from "../dom";
import type { Places } from "./law";
import { section } from "./parts";

type Part = HTMLElement | SVGElement | null;

interface Made {
  readonly from: string;
  readonly part: Part;
}

/** What the answer is made with: what stands there already, and the links into the policy. */
export interface Means {
  readonly lasting: Lasting;
  readonly places: Places;
}

export class Lasting {
  #before = new Map<string, Made>();
  #now = new Map<string, Made>();

  /** Begins an answer; what the one before did not show is forgotten. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  forget(): void {
    this.#before.clear();
    this.#now.clear();
  }

  /** The part made before, where it was made from the same data; else that part mended, where it can be, or a new one. */
  part<T extends Part>(name: string, from: unknown, make: () => T, mend?: (before: NonNullable<T>) => T): T {
    const written = JSON.stringify(from);
    const before = this.#before.get(name) as { readonly from: string; readonly part: T } | undefined;
    const part = before?.from === written ? before.part : anew(before?.part, make, mend);
    this.#now.set(name, { from: written, part });
    return part;
  }

  /** An element whose children change one by one. */
  frame(name: string, make: () => HTMLElement, children: readonly Part[]): HTMLElement {
    const frame = this.part(name, null, make);
    arrange(frame, children);
    return frame;
  }

  /** A part with a heading, whose other children change one by one. */
  section(name: string, title: string, ...children: readonly Part[]): HTMLElement {
    const made = this.part(name, title, () => section(title));
    arrange(made, [need(made, "h2"), ...children]);
    return made;
  }
}

function anew<T extends Part>(before: T | undefined, make: () => T, mend?: (before: NonNullable<T>) => T): T {
  return before && mend ? mend(before) : make();
}

/** Puts children into a place in their order; what is there already is not touched, so that nothing of it is drawn anew. */
export function arrange(place: Element, children: readonly Part[]): void {
  const wanted = children.filter((child) => child !== null);
  const staying = new Set<Node>(wanted);
  for (const child of [...place.childNodes]) if (!staying.has(child)) child.remove();
  let next = place.firstChild;
  for (const child of wanted) {
    if (child === next) next = next.nextSibling;
    else place.insertBefore(child, next);
  }
}

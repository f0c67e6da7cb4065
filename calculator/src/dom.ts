/** Making elements without innerHTML: whatever comes from a result or a link is only ever text. */

export type Child = Node | string | null;

/** An element with attributes and children; an attribute that is `null` is left out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
  element.append(...children.filter((child): child is Node | string => child !== null));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** One of the drawings that the form's HTML carries. */
export function icon(name: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "ic");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#gi-${name}`);
  svg.append(use);
  return svg;
}

/** The element that must be there: the form's HTML and this script are built together. */
export function need<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (found === null) throw new Error(`the form has no ${selector}`);
  return found;
}

const DATE = /(\d{4}-\d{2}-\d{2})/;

/** Text whose dates never break and stand in figures of one width. */
export function dated(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  text.split(DATE).forEach((part, index) => {
    fragment.append(index % 2 === 1 ? el("span", { class: "gt-num" }, part) : part);
  });
  return fragment;
}

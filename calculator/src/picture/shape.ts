/** A drawing as data: elements with attributes, no document needed. The page makes elements of it, the build makes text. */

export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Shape | string)[];
}

export function shape(tag: string, attributes: Shape["attributes"], ...children: Shape["children"]): Shape {
  return { tag, attributes, children };
}

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPED[character] ?? character);
}

/** A number with at most one decimal: coordinates need no more. */
function value(given: string | number): string {
  return typeof given === "number" ? String(Math.round(given * 10) / 10) : given;
}

/** The drawing as markup on one line. */
export function markup({ tag, attributes, children }: Shape): string {
  const written = Object.entries(attributes).map(([name, given]) => ` ${name}="${escaped(value(given))}"`);
  const inner = children.map((child) => (typeof child === "string" ? escaped(child) : markup(child)));
  return `<${tag}${written.join("")}>${inner.join("")}</${tag}>`;
}

const SVG = "http://www.w3.org/2000/svg";

/** The drawing as elements of the page. */
export function drawn({ tag, attributes, children }: Shape): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, given] of Object.entries(attributes)) element.setAttribute(name, value(given));
  element.append(...children.map(node));
  return element;
}

const node = (child: Shape | string): SVGElement | string => (typeof child === "string" ? child : drawn(child));

/** The drawing made of elements that stand there already, as far as they can be kept; only what differs is touched. */
export function redrawn(before: SVGElement, now: Shape): SVGElement {
  const { tag, attributes, children } = now;
  if (before.localName !== tag) {
    const anew = drawn(now);
    before.replaceWith(anew);
    return anew;
  }
  for (const { name } of [...before.attributes]) if (!Object.hasOwn(attributes, name)) before.removeAttribute(name);
  for (const [name, given] of Object.entries(attributes)) {
    const wanted = value(given);
    if (before.getAttribute(name) !== wanted) before.setAttribute(name, wanted);
  }
  if (before.childNodes.length !== children.length) before.replaceChildren(...children.map(node));
  else [...before.childNodes].forEach((old, index) => mend(old, children[index] ?? ""));
  return before;
}

function mend(old: ChildNode, now: Shape | string): void {
  if (typeof now === "string") {
    if (!(old instanceof Text) || old.data !== now) old.replaceWith(now);
  } else if (old instanceof SVGElement) redrawn(old, now);
  else old.replaceWith(drawn(now));
}

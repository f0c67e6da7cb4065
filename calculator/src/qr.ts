/** A link as a code to scan, drawn here: black on white in both schemes, with the quiet margin that scanners need. */

import { encode } from "uqr";
import { LINK } from "./words";

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 4;
/** What the largest code holds in bytes. */
const MOST_BYTES = 2953;

/** An SVG with one path, or null where the text is too long for a code. */
export function drawCode(text: string): SVGElement | null {
  if (new TextEncoder().encode(text).length > MOST_BYTES) return null;
  const { data: dots, size } = encode(text, { ecc: "L", border: MARGIN });
  const path = dots.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  const svg = node("svg", { viewBox: `0 0 ${size} ${size}`, class: "gt-code", role: "img", "aria-label": LINK.code });
  svg.append(node("rect", { width: String(size), height: String(size), fill: "#fff" }));
  svg.append(node("path", { d: path, fill: "#000", "shape-rendering": "crispEdges" }));
  return svg;
}

function node(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

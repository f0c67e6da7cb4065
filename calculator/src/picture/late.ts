/** A picture stands in the page in several sizes, of which one is shown. The others are redrawn once the answer is painted. */

import { redrawn, type Shape } from "./shape";

/** Drawings that the page doesn't show at its present width. */
const hidden = new WeakSet<Element>();
/** What they are still to show. */
const late = new Map<SVGElement, () => Shape>();

const sizes = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    if (contentRect.width > 0) {
      hidden.delete(target);
      draw(target as SVGElement); // before the browser paints it
    } else hidden.add(target);
  }
});

/** From now on this drawing is redrawn at once only while it is shown. */
export function watched(drawing: SVGElement): SVGElement {
  sizes.observe(drawing);
  return drawing;
}

/** Redraws it; where it isn't shown, later. */
export function redrawnWhereShown(drawing: SVGElement, shape: () => Shape): SVGElement {
  late.delete(drawing);
  if (!hidden.has(drawing)) return redrawn(drawing, shape());
  late.set(drawing, shape);
  return drawing;
}

/** Redraws what is still to be redrawn. */
export function drawLate(): void {
  for (const drawing of [...late.keys()]) draw(drawing);
}

/** Keeps nothing of what was still to be redrawn. */
export function forgetLate(): void {
  late.clear();
}

function draw(drawing: SVGElement): void {
  const shape = late.get(drawing);
  late.delete(drawing);
  if (shape !== undefined) redrawn(drawing, shape());
}

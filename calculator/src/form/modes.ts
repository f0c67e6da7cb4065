/** What of the page is shown: one screen of the interview, the answer, or the whole form. */

import { need } from "../dom";

export type Mode = "ask" | "end" | "all";

const SHOWN: Readonly<Record<string, readonly Mode[]>> = {
  "[data-step]": ["ask", "end"],
  "[data-stage]": ["ask"],
  "[data-next-act]": ["ask"],
  "[data-heading]": ["ask", "all"],
  "[data-lead]": ["ask", "all"],
  "[data-groups]": ["all"],
  "[data-act=all]": ["ask", "end"],
  "[data-act=ask]": ["all"],
  "[data-share]": ["end", "all"],
};

export function showMode(root: HTMLElement, mode: Mode): void {
  root.dataset["mode"] = mode;
  for (const [selector, modes] of Object.entries(SHOWN)) need(root, selector).hidden = !modes.includes(mode);
}

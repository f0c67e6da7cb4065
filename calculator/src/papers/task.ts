/** One step of a page at a time: its progress, its end, and a sentence where it fails. What is on the page stays. */

import { el, need } from "../dom";
import { ClosedError } from "../engine/engine";
import { Refused, type Office } from "./office";

export class Task {
  #token: object = {};

  constructor(
    private readonly root: HTMLElement,
    private readonly office: Office,
  ) {
    need(root, "[data-act=cancel]").addEventListener("click", () => this.cancel());
  }

  /** Ends the running step at its next pause. */
  cancel(): void {
    this.#token = {};
  }

  /** Runs a step; `goesOn` says whether it is still wanted. A new step ends the one before. */
  async run(says: string, step: (goesOn: () => boolean) => Promise<void>): Promise<void> {
    const token = (this.#token = {});
    const goesOn = (): boolean => this.#token === token;
    this.refuse("");
    this.progress(says, null);
    this.root.setAttribute("aria-busy", "true");
    try {
      await step(goesOn);
    } catch (error) {
      if (error instanceof Refused) this.refuse(error.message);
      else if (!(error instanceof ClosedError)) {
        console.warn(error);
        this.office.trouble(error, () => void this.run(says, step));
      }
    } finally {
      if (goesOn()) this.#token = {};
      this.root.removeAttribute("aria-busy");
      need(this.root, "[data-progress]").hidden = true;
    }
  }

  /** `part` of 1, or null where nothing is known of how much is left. */
  progress(says: string, part: number | null): void {
    const place = need(this.root, "[data-progress]");
    place.hidden = false;
    need(place, "[data-progress-words]").textContent = says;
    const bar = need<HTMLProgressElement>(place, "progress");
    if (part === null) bar.removeAttribute("value");
    else bar.value = part;
  }

  refuse(says: string): void {
    const place = need(this.root, "[data-refused]");
    place.hidden = says === "";
    place.replaceChildren(...(says === "" ? [] : [el("p", {}, says)]));
  }
}

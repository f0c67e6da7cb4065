/**
 * Asking ahead: between the press on a choice and its release, when it counts, lies a tenth of a second. The rules are asked in
 * it what they would answer to this choice; if it is made, the answer is there already. If not, nobody hears of it.
 */

import type { Engine } from "./engine/engine";
import type { Reply } from "./engine/messages";
import type { Form } from "./form/form";

const COMMAND = "assess";

export class Ahead {
  #text = "";
  #reply: Promise<Reply> | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly form: Form,
  ) {
    form.box.addEventListener("pointerdown", ({ target }) => {
      const control = target instanceof Element ? controlOf(target) : null;
      if (control !== null && !control.checked && engine.isReady) this.#look(control);
    });
  }

  #look(control: HTMLInputElement): void {
    this.#text = JSON.stringify([this.form.readIf(control)]);
    this.#reply = this.engine.ask(COMMAND, this.#text);
    this.#reply.catch(() => this.forget()); // whoever asks for it in earnest is told
  }

  /** As `Engine.ask`; what was asked ahead just now isn't asked again. */
  ask(command: string, text: string): Promise<Reply> {
    const reply = command === COMMAND && text === this.#text ? this.#reply : null;
    this.forget();
    return reply ?? this.engine.ask(command, text);
  }

  /** What was answered may not hold any more. */
  forget(): void {
    this.#text = "";
    this.#reply = null;
  }
}

/** The choice that a press at this place makes. */
function controlOf(target: Element): HTMLInputElement | null {
  const control = target.closest("label")?.control ?? target;
  return control instanceof HTMLInputElement && control.type === "radio" ? control : null;
}

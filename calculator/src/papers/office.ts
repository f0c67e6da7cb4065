/** The engine with the tools for files: started when they are first needed, ended with everything in it by `clear`. */

import { need } from "../dom";
import { Engine, EngineError } from "../engine/engine";
import type { Given } from "../engine/messages";
import { Panel } from "../engine/panel";
import { SAY } from "./words";

const ARCHIVE = "papers";
const MODULE = "papers.page";

/** What Python can't do with a file, in its own sentence. */
export class Refused extends Error {}

export class Office {
  readonly #engine = new Engine({ whole: true });
  readonly #panel: Panel;
  #starting: Promise<void> | null = null;

  constructor(private readonly root: HTMLElement) {
    this.#panel = new Panel(need(root, "[data-engine]"), root.dataset["tables"] ?? "");
  }

  /** Asks for JSON. Rejects with `Refused` where Python says why a file can't be used. */
  async json<T>(name: string, ...given: readonly Given[]): Promise<T> {
    const answer = await this.#call(name, given);
    if (typeof answer !== "string") throw new TypeError(name);
    return checked(JSON.parse(answer)) as T;
  }

  /** Asks for the bytes of a file. */
  async bytes(name: string, ...given: readonly Given[]): Promise<Uint8Array<ArrayBuffer>> {
    const answer = await this.#call(name, given);
    if (typeof answer !== "string") return answer;
    checked(JSON.parse(answer));
    throw new TypeError(name);
  }

  /** Ends the worker, and with it everything that was read. */
  clear(): void {
    this.#engine.close();
    this.#starting = null;
    this.root.removeAttribute("data-tools");
    this.#panel.clear();
  }

  async #call(name: string, given: readonly Given[]): Promise<Given> {
    await (this.#starting ??= this.#start());
    return this.#engine.call(`${MODULE}.${name}`, ...given);
  }

  async #start(): Promise<void> {
    const place = need(this.root, "[data-engine]");
    place.hidden = false;
    try {
      await this.#engine.start((loaded, total) => this.#panel.progress(loaded, total));
      place.textContent = SAY.preparing;
      await this.#engine.add(ARCHIVE);
      place.replaceChildren();
      place.hidden = true;
      this.root.dataset["tools"] = "ready";
    } catch (error) {
      this.#starting = null;
      throw error;
    }
  }

  /** Says what went wrong with the engine; `again` is offered. */
  trouble(error: unknown, again: () => void): void {
    this.clear();
    this.#panel.trouble(error instanceof EngineError ? error.trouble : "crash", again);
  }
}

function checked(answer: unknown): unknown {
  const refused = (answer as { refused?: unknown } | null)?.refused;
  if (typeof refused === "string") throw new Refused(refused);
  return answer;
}

/** The page's own logic: form and link on one side, engine on the other, the answer in between. */

import { fullAnswer } from "./answer/answer";
import { Places } from "./answer/law";
import { showLive, showNothing } from "./answer/live";
import { besidePlace, type InputError, type Result } from "./answer/result";
import { followView, replaceAnswer } from "./answer/view";
import { assess } from "./assess";
import { need } from "./dom";
import { Engine, EngineError } from "./engine/engine";
import type { Given } from "./engine/messages";
import { Panel } from "./engine/panel";
import type { Facts } from "./facts";
import { Form } from "./form/form";
import { mark, named } from "./form/marks";
import type { Question } from "./form/question";
import { Latest } from "./latest";
import { parametersOf, readLink } from "./link";
import { showLinkErrors } from "./notice";
import { shareButtons } from "./share";

/** Typing is followed after this pause, choosing at once. */
const PAUSE_MS = 500;

export class Calculator {
  readonly #form: Form;
  readonly #engine = new Engine();
  readonly #panel: Panel;
  readonly #places: Places;
  readonly #putAway: HTMLInputElement;
  readonly #update = new Latest(() => this.#answer());
  #linked: Facts | null = null;
  /** What matters to somebody of whom nothing is known; learnt from the rules once. */
  #settleable: ReadonlySet<Question> | null = null;
  #typing = 0;

  constructor(private readonly root: HTMLElement) {
    for (const part of root.querySelectorAll<HTMLElement>("[data-needs-script]")) part.hidden = false;
    for (const part of root.querySelectorAll<HTMLDetailsElement>("details[data-later]")) part.open = false;
    this.#places = new Places(root);
    this.#panel = new Panel(need(root, "[data-engine]"), root.dataset["tables"] ?? "");
    this.#form = new Form(need<HTMLFormElement>(root, "[data-form]"), () => this.#update.run());
    this.#putAway = need<HTMLInputElement>(root, "[data-filter-box]");
    this.#putAway.addEventListener("change", () => this.#update.run());
    this.#form.box.addEventListener("change", () => this.#soon(0));
    this.#form.box.addEventListener("input", (event) => {
      if (!(event as InputEvent).isComposing) this.#soon(PAUSE_MS);
    });
    this.#form.box.addEventListener("focusout", () => this.#soon(0));
    window.addEventListener("hashchange", () => this.#readLink());
    shareButtons(root, this.#form, () => this.#clear());
    followView(root);
    this.#hook();
    this.#readLink();
    void this.#start();
  }

  async #start(): Promise<void> {
    try {
      await this.#engine.start((loaded, total) => this.#panel.progress(loaded, total));
      this.#panel.ready();
      need(this.root, "[data-waiting]").hidden = true;
      this.root.dataset["engine"] = "ready";
      this.#update.run();
    } catch (error) {
      this.#trouble(error);
    }
  }

  /** Whatever goes wrong ends in a sentence and a way on, never in silence. */
  #trouble(error: unknown): void {
    console.warn(error);
    const trouble = error instanceof EngineError ? error.trouble : "crash";
    this.root.dataset["engine"] = trouble;
    this.#panel.trouble(trouble, () => void this.#start());
  }

  #soon(wait: number): void {
    clearTimeout(this.#typing);
    this.#typing = window.setTimeout(() => this.#update.run(), wait);
  }

  async #answer(): Promise<void> {
    if (!this.#engine.isReady) return;
    try {
      this.#settleable ??= await this.#learn();
      await this.#checkLink();
      const facts = this.#form.read();
      const { result, errors } = await assess(this.#engine, facts);
      this.#complain(errors, result);
      if (result !== null) this.#show(result, Object.keys(facts).length > 0);
    } catch (error) {
      this.#trouble(error);
    }
  }

  async #learn(): Promise<ReadonlySet<Question>> {
    const { result } = await assess(this.#engine, {});
    return new Set(named(this.#form, result?.questions ?? []));
  }

  /** A link just opened is asked about as it was written, so that nothing wrong in it is passed over. */
  async #checkLink(): Promise<void> {
    const facts = this.#linked;
    if (facts === null) return;
    this.#linked = null;
    const { errors } = await assess(this.#engine, facts);
    showLinkErrors(this.root, this.#form, errors);
  }

  #show(result: Result, isStarted: boolean): void {
    const settleable = isStarted && this.#putAway.checked ? this.#settleable : null;
    const open = mark(this.#form, result.questions, settleable ?? new Set());
    need(this.root, "[data-filter]").hidden = !isStarted;
    if (!isStarted) return showNothing(this.root);
    showLive(this.root, result, open);
    const place = need(this.root, "[data-answer]");
    place.hidden = false;
    replaceAnswer(place, fullAnswer(result, this.#places));
    this.root.dataset["answered"] = result.as_of;
  }

  /** Errors of the input and problems of the result stand beside their questions; who is still typing is left alone. */
  #complain(errors: readonly InputError[], result: Result | null): void {
    for (const question of this.#form.all()) question.complain(null);
    for (const problem of [...(result?.problems ?? []), ...errors]) {
      const question = this.#form.at(problem.at);
      if (question && !question.hasFocus) question.complain(besidePlace(problem));
    }
  }

  #readLink(): void {
    const parameters = parametersOf(location.hash);
    if (parameters === null) return;
    this.#linked = readLink(parameters, this.#form.kindOf);
    showLinkErrors(this.root, this.#form, []);
    this.#form.write(this.#linked);
    this.#update.run();
  }

  #clear(): void {
    this.#form.write({});
    this.#linked = null;
    showLinkErrors(this.root, this.#form, []);
    if (location.hash !== "") history.replaceState(history.state, "", location.pathname + location.search);
    this.#update.run();
  }

  /** For tests: the same question or call to the same engine, its reply word for word. It changes nothing on the page. */
  #hook(): void {
    this.root.addEventListener("gt:ask", (event) => {
      const { command, text, answer } = (event as CustomEvent<HookedQuestion>).detail;
      void this.#engine.ask(command, text).then(answer);
    });
    this.root.addEventListener("gt:call", (event) => {
      const { archive, name, given, answer } = (event as CustomEvent<HookedCall>).detail;
      const called = this.#engine.add(archive).then(() => this.#engine.call(name, ...given));
      void called.then(answer, (error: Error) => {
        if (!this.#engine.isReady) this.#trouble(error);
        answer({ error: error.message });
      });
    });
  }
}

interface HookedQuestion {
  readonly command: string;
  readonly text: string;
  readonly answer: (reply: unknown) => void;
}

interface HookedCall {
  readonly archive: string;
  readonly name: string;
  readonly given: readonly Given[];
  readonly answer: (reply: unknown) => void;
}

/** The page's own logic: form and link on one side, engine on the other, the answer in between. */

import { Ahead } from "./ahead";
import { Places } from "./answer/law";
import { showLive, showNothing } from "./answer/live";
import type { Result } from "./answer/result";
import { AnswerView } from "./answer/view";
import { assess } from "./assess";
import { el, need } from "./dom";
import { ClosedError, Engine, EngineError } from "./engine/engine";
import { Panel } from "./engine/panel";
import { UNSURE, unsureIn, type Facts } from "./facts";
import { complain } from "./form/complaints";
import { Form } from "./form/form";
import { showGiven } from "./form/given";
import { Interview } from "./form/interview";
import { mark, named } from "./form/marks";
import { showMode, type Mode } from "./form/modes";
import type { Question } from "./form/question";
import { readScreens } from "./form/screens";
import { answerTests } from "./hook";
import { Latest } from "./latest";
import { migrate, parametersOf, readLink, writeLink, type Renamed } from "./link";
import { quiet } from "./moments";
import { showDiscarded, showLinkErrors } from "./notice";
import { OfflineChoice } from "./offline/choice";
import { Share } from "./share";
import { ACTION, GIVEN, PAGE } from "./words";

/** Typing is followed after this pause, choosing at once. */
const PAUSE_MS = 500;

export class Calculator {
  readonly #form: Form;
  readonly #interview: Interview;
  readonly #engine = new Engine({ lost: (error) => this.#trouble(error), revised: () => this.#revise() });
  readonly #ahead: Ahead;
  readonly #panel: Panel;
  readonly #view: AnswerView;
  readonly #putAway: HTMLInputElement;
  readonly #renamed: Renamed;
  readonly #share: Share;
  /** None where another site shows the calculator in a frame. */
  readonly #offline: OfflineChoice | null;
  readonly #more: HTMLElement;
  readonly #update = new Latest(() => this.#answer());
  #mode: Mode = "ask";
  #result: Result | null = null;
  /** What it is the answer to: the day and the facts. */
  #asked = "";
  #linked: Facts | null = null;
  /** What matters to somebody of whom nothing is known; learnt from the rules once. */
  #settleable: ReadonlySet<Question> | null = null;
  #typing = 0;
  #isStarted = false;
  #isOnPaper = false;

  constructor(private readonly root: HTMLElement) {
    for (const part of root.querySelectorAll<HTMLElement>("[data-needs-script]")) part.hidden = false;
    for (const part of root.querySelectorAll<HTMLDetailsElement>("details[data-later]")) part.open = false;
    this.#renamed = JSON.parse(root.dataset["renamed"] ?? "") as Renamed;
    this.#panel = new Panel(need(root, "[data-engine]"), root.dataset["tables"] ?? "");
    this.#form = new Form(need<HTMLFormElement>(root, "[data-form]"), () => void this.#update.run());
    this.#ahead = new Ahead(this.#engine, this.#form);
    this.#interview = new Interview(root, this.#form, readScreens(root), {
      settle: () => this.#settle(),
      moved: (isEnd) => this.#moved(isEnd),
    });
    this.#putAway = need<HTMLInputElement>(root, "[data-filter-box]");
    this.#putAway.addEventListener("change", () => void this.#update.run());
    this.#more = need(root, "[data-act=more]");
    this.#listen();
    this.#share = new Share(root, this.#form, () => this.#clear());
    const offline = root.querySelector<HTMLElement>("[data-offline]");
    this.#offline = offline && new OfflineChoice(offline);
    this.#followPaper(); // before the view makes its paper
    this.#view = new AnswerView(root, this.#engine, this.#form, new Places(root));
    answerTests(root, this.#engine, (error) => this.#trouble(error));
    this.#followVisit();
    if (!this.#readLink()) {
      this.#interview.start(false);
      showDiscarded(root);
    }
    void this.#start();
  }

  #listen(): void {
    const { box } = this.#form;
    box.addEventListener("change", () => this.#now());
    box.addEventListener("input", (event) => {
      if (!(event as InputEvent).isComposing) this.#soon(PAUSE_MS);
    });
    box.addEventListener("focusout", () => this.#soon(0));
    window.addEventListener("hashchange", () => void this.#readLink());
    for (const link of this.root.querySelectorAll("[href='#gt-answer']")) {
      link.addEventListener("click", (event) => {
        if (this.#mode !== "ask") return;
        event.preventDefault();
        this.#interview.end();
      });
    }
    this.#more.addEventListener("click", () => this.#interview.resume());
    need(this.root, "[data-act=all]").addEventListener("click", () => this.#showAll());
    need(this.root, "[data-act=ask]").addEventListener("click", () => this.#interview.show());
  }

  async #start(): Promise<void> {
    delete this.root.dataset["complete"];
    try {
      await this.#engine.start((loaded, total) => this.#panel.progress(loaded, total));
      this.#panel.ready();
      need(this.root, "[data-waiting]").hidden = true;
      this.root.dataset["engine"] = "ready";
      void this.#offline?.offer();
      await this.#update.run();
      await quiet();
      await this.#engine.complete();
      this.root.dataset["complete"] = "";
      await this.#engine.practise("assess", JSON.stringify([this.#form.read()]), quiet);
    } catch (error) {
      this.#trouble(error);
    }
  }

  /** Everything the rules have said is asked anew. */
  #revise(): void {
    this.#settleable = null;
    this.#ahead.forget();
    this.#view.doubt();
    void this.#update.run();
  }

  /** Whatever goes wrong ends in a sentence and a way on, never in silence. */
  #trouble(error: unknown): void {
    if (error instanceof ClosedError) return; // the page did it, and starts anew by itself
    console.warn(error);
    const trouble = error instanceof EngineError ? error.trouble : "crash";
    this.root.dataset["engine"] = trouble;
    const again = (): void => void this.#start();
    this.#panel.trouble(trouble, again, () => this.#reopen());
  }

  /** For a page that a new release has replaced: what was filled in goes with the visitor, who asked for it. */
  #reopen(): void {
    history.replaceState(history.state, "", `#${writeLink(this.#form.read(), this.#form.isPersonal)}`);
    location.reload();
  }

  /** Python's memory ends with the visit; it starts anew where the browser brings the page back as it was. */
  #followVisit(): void {
    window.addEventListener("pagehide", () => this.#engine.close());
    window.addEventListener("pageshow", ({ persisted }) => {
      if (persisted) void this.#start();
    });
  }

  #now(): void {
    clearTimeout(this.#typing);
    void this.#update.run();
  }

  #soon(wait: number): void {
    clearTimeout(this.#typing);
    this.#typing = window.setTimeout(() => void this.#update.run(), wait);
  }

  /** The rules' answer to what stands in the form now; false where there is no engine to give one. */
  async #settle(): Promise<boolean> {
    clearTimeout(this.#typing);
    if (!this.#engine.isReady) return false;
    await this.#update.run();
    return this.#result !== null;
  }

  async #answer(): Promise<void> {
    if (this.#engine.isReady) await this.#ask(this.#form.read()).catch((error: unknown) => this.#trouble(error));
    this.#showGiven();
  }

  async #ask(facts: Facts): Promise<void> {
    this.#settleable ??= await this.#learn();
    await this.#checkLink();
    const { result, errors } = await assess(this.#ahead, facts);
    complain(this.#form, [...(result?.problems ?? []), ...errors]);
    if (result !== null) this.#show(result, facts);
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

  #show(result: Result, facts: Facts): void {
    const isStarted = Object.keys(facts).some((key) => key !== UNSURE);
    this.#result = result;
    this.#asked = JSON.stringify([result.as_of, facts]);
    const isFiltered = isStarted && this.#mode === "all" && this.#putAway.checked;
    const open = mark(this.#form, result.questions, (isFiltered ? this.#settleable : null) ?? new Set());
    this.#interview.follow(result.interview.screens);
    need(this.root, "[data-filter]").hidden = !isStarted;
    this.#showMore();
    if (!isStarted) showNothing(this.root);
    else showLive(this.root, result, open, new Set(unsureIn(facts)));
    this.#isStarted = isStarted;
    this.#showAnswer();
  }

  /** The full answer is made only where it can be seen. */
  #showAnswer(): void {
    const result = this.#result;
    const place = need(this.root, "[data-answer]");
    place.hidden = (this.#mode === "ask" && !this.#isOnPaper) || (this.#mode !== "end" && !this.#isStarted);
    if (place.hidden) return;
    if (result === null) return place.replaceChildren(...this.#waiting());
    this.#view.show(result, this.#asked);
    this.root.dataset["answered"] = result.as_of;
  }

  /** What stands in the answer's place until the rules can be asked. */
  #waiting(): HTMLElement[] {
    const tables = el("a", { href: this.root.dataset["tables"] ?? "" }, ACTION.tables);
    return [el("p", {}, PAGE.waiting), el("p", { class: "gt-meta" }, PAGE.meanwhile, tables, "。")];
  }

  /** Paper shows the answer, also where the screen shows a question. */
  #followPaper(): void {
    for (const event of ["beforeprint", "afterprint"]) {
      window.addEventListener(event, () => {
        this.#isOnPaper = event === "beforeprint";
        if (this.#mode === "ask") this.#showAnswer();
      });
    }
  }

  /** The way on is there once the rules have said what is left: before, it would lead to what a link has answered. */
  #showMore(): void {
    const left = this.#interview.left;
    this.#more.hidden = this.#mode !== "end" || this.#result === null || left === 0;
    this.#more.textContent = GIVEN.more(left);
  }

  /** Answers with a way to change each; at the end also what the interview left out. */
  #showGiven(): void {
    const isAsked = this.#mode === "end" && this.#interview.left === 0;
    const open = isAsked && this.#result !== null ? named(this.#form, this.#result.questions) : [];
    showGiven(this.root, this.#form, open, (question) => this.#interview.change(question));
    this.#share.refresh();
  }

  #moved(isEnd: boolean): void {
    this.#setMode(isEnd ? "end" : "ask");
    const target = need(this.root, isEnd ? "[data-answer]" : "[data-heading]");
    if (!this.#isFirst) {
      target.focus({ preventScroll: true });
      this.root.scrollIntoView({ block: "start" });
    }
    this.#isFirst = false;
  }

  /** Nobody's focus is taken by what stands there when the page opens. */
  #isFirst = true;

  #setMode(mode: Mode): void {
    this.#mode = mode;
    showMode(this.root, mode);
    this.#showMore();
    this.#showGiven();
    this.#showAnswer();
  }

  #showAll(): void {
    this.#interview.hide();
    const heading = need(this.root, "[data-heading]");
    heading.textContent = PAGE.title;
    need(this.root, "[data-lead]").textContent = PAGE.intro;
    this.#setMode("all");
    void this.#update.run();
    heading.focus({ preventScroll: true });
    this.root.scrollIntoView({ block: "start" });
  }

  #readLink(): boolean {
    const parameters = parametersOf(location.hash);
    if (parameters === null) return false;
    this.#result = null; // what stood here was the answer to something else
    this.#linked = readLink(migrate(parameters, this.#renamed), this.#form.kindOf);
    showLinkErrors(this.root, this.#form, []);
    this.#form.write(this.#linked);
    this.#interview.start(true);
    void this.#update.run();
    return true;
  }

  #clear(): void {
    this.#form.write({});
    this.#linked = null;
    this.#result = null;
    this.#isStarted = false;
    this.#view.clear();
    showNothing(this.root);
    showLinkErrors(this.root, this.#form, []);
    if (location.hash !== "") history.replaceState(history.state, "", location.pathname + location.search);
    // What Python still holds of the answers goes with its worker.
    if (this.#engine.isReady) {
      this.#engine.close();
      void this.#start();
    }
    this.#interview.start(false);
    void this.#update.run();
  }
}

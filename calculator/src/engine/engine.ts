/** The engine as the page sees it: load once, ask often, the latest question wins. */

import {
  ChangedPieceError,
  downloadMore,
  downloadQuick,
  downloadWhole,
  MissingPieceError,
  type Parts,
  type Progress,
  type Runtime,
} from "./download";
import type { Ask, FromWorker, Given, Reply, Request, ToWorker } from "./messages";
import { pieces } from "./pieces";
import { startSealed, type Sealed } from "./sealed";
import { isSupported } from "./support";
import { readReply } from "../worker/crossing";

/** Why there is no answer; the page has a sentence for each. */
export type Trouble = "unsupported" | "offline" | "replaced" | "changed" | "download" | "start" | "crash" | "slow";

function whyNotLoaded(error: unknown): Trouble {
  if (error instanceof MissingPieceError) return "replaced";
  if (error instanceof ChangedPieceError) return "changed";
  return navigator.onLine ? "download" : "offline";
}

export class EngineError extends Error {
  constructor(
    readonly trouble: Trouble,
    cause: unknown,
  ) {
    super(`${trouble}: ${String(cause)}`, { cause });
  }
}

/** The page itself ended the worker; whoever waited for an answer waits for nothing any more. */
export class ClosedError extends Error {}

/** A start or an answer that takes longer has hung. */
const START_MS = 90_000;
const ANSWER_MS = 30_000;

/**
 * The quick form is a memory image and a wasm trimmed to what the rules were seen to call. Where it can't be started, stops
 * at a function that nobody had called, or packages are added, the whole form takes over and is asked the same again.
 *
 * The trimmed wasm also lacks the tables that the rules were never seen to read. A table that is missing stops nothing, so they
 * are fetched and put back once the first answer stands there, and what was answered until then is asked again.
 */
type Form = "quick" | "whole";

/** So many of the last answers given without the tables are asked again. */
const REMEMBERED = 20;

/** So many answers, and a browser has compiled for speed most of what every answer runs through. */
const PRACTICE = 40;

interface Waiting {
  readonly request: Request;
  readonly resolve: (message: FromWorker) => void;
  readonly reject: (error: Error) => void;
}

interface Options {
  readonly whole?: boolean;
  readonly lost?: (error: EngineError) => void;
  readonly revised?: () => void;
}

export class Engine {
  #form: Form = pieces().quick === null ? "whole" : "quick";
  #runtime: Runtime | null = null;
  #sealed: Sealed | null = null;
  /** Who is told of bytes; nobody once a start has ended, well or not. */
  #progress: Progress | null = null;
  /** After a failed download the browser's own copies are not trusted either. */
  #cache: RequestCache = "default";
  /** Archives that were asked for, by name, in the order in which Python gets them. */
  #more = new Map<string, Promise<ArrayBuffer>>();
  #added = new Set<string>();
  /** The tables that the quick form lacks, once they are under way. */
  #tables: Promise<ArrayBuffer> | null = null;
  /** What was answered without them: questions with the texts that came back. */
  #unchecked: { readonly request: Ask; readonly out: string }[] = [];
  #isComplete = false;
  /** The whole form is about to take over. */
  #isChanging = false;
  #waiting = new Map<number, Waiting>();
  /** Timers that give up an answer, by question. */
  #limits = new Map<number, number>();
  #lastId = 0;
  /** Changes when the page ends the worker: what was under way then is no longer wanted. */
  #turn = 0;

  readonly #lost: (error: EngineError) => void;
  readonly #revised: () => void;

  /**
   * `options.whole`: for pages that add packages, which the quick form can't run.
   * `options.lost`: told when a worker that was ready died or hung, whoever had asked it; it has to be started anew.
   * `options.revised`: told when an answer given before may be another one now; it is to be asked for again.
   */
  constructor(options: Options = {}) {
    if (options.whole) this.#form = "whole";
    this.#lost = options.lost ?? (() => undefined);
    this.#revised = options.revised ?? (() => undefined);
  }

  /** Whether it can be asked; an answer may take a second where the whole form is about to take over. */
  get isReady(): boolean {
    return this.#sealed !== null || this.#isChanging;
  }

  /** Downloads (unless that was done before) and starts Python. Rejects with an `EngineError`, or a `ClosedError`. */
  async start(progress: Progress): Promise<void> {
    if (!isSupported()) throw new EngineError("unsupported", navigator.userAgent);
    this.close();
    this.#progress = progress;
    try {
      await this.#startQuickOrWhole();
    } finally {
      this.#progress = null;
    }
  }

  async #startQuickOrWhole(): Promise<void> {
    try {
      await this.#startForm();
    } catch (error) {
      if (this.#form === "whole" || !isWorthTheWhole(error)) throw error;
      console.warn(error);
      this.#useWhole();
      await this.#startForm();
    }
  }

  async #startForm(): Promise<void> {
    const tell: Progress = (loaded, total) => this.#progress?.(loaded, total);
    const quick = this.#form === "quick" ? pieces().quick : null;
    const runtime = (this.#runtime ??= quick ? downloadQuick(quick, tell, this.#cache) : downloadWhole(tell, this.#cache));
    const turn = this.#turn;
    const sealed = await this.#boot(runtime).catch((error: unknown) => {
      throw error instanceof EngineError ? error : new EngineError("start", error);
    });
    if (turn !== this.#turn) {
      sealed.close();
      throw new ClosedError();
    }
    sealed.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#take(data);
    sealed.worker.onerror = (event) => this.#fail(new EngineError("crash", event.message));
    this.#sealed = sealed;
  }

  #useWhole(): void {
    this.#end();
    this.#form = "whole";
    this.#runtime = null;
  }

  /** Asks `guantong.cli.answer`. Rejects with an `EngineError` where the worker died or hung, with a `ClosedError` after `close`. */
  async ask(command: string, text: string): Promise<Reply> {
    const request: Ask = { kind: "ask", command, text };
    const reply = await this.#ask(request);
    if (this.#form === "quick" && !this.#isComplete) {
      this.#unchecked = [...this.#unchecked, { request, out: reply.out }].slice(-REMEMBERED);
    }
    return reply;
  }

  async #ask(request: Ask): Promise<Reply> {
    const message = await this.#send(request);
    if (message.kind !== "answer") throw new EngineError("crash", message.kind);
    return readReply(message.reply);
  }

  /**
   * Puts back what the quick form lacks, for a page that has its first answer, and asks again what was answered without it.
   * Where that is not to be had the quick form goes on, until the network is back. Rejects as `ask` does.
   */
  async complete(): Promise<void> {
    const quick = pieces().quick;
    if (this.#form === "whole" || this.#isComplete || quick === null) return;
    const turn = this.#turn;
    const tables = await (this.#tables ??= downloadMore(quick.tables)).catch((error: unknown) => {
      this.#tables = null;
      console.warn(error);
      window.addEventListener("online", () => this.complete().catch(console.warn), { once: true });
      return null;
    });
    if (tables === null || turn !== this.#turn || this.#isWhole || this.#sealed === null) return;
    await this.#send({ kind: "complete", tables });
    if (this.#isWhole) return;
    this.#isComplete = true;
    await this.#askAgain();
  }

  /**
   * Answers a question many times over, for nobody: a browser compiles for speed only what has run often, and the visitor's first
   * twenty answers would take up to twice as long. One at a time, after `idle`, and not while an answer is waited for. Ends with
   * the worker. Rejects as `ask` does.
   */
  async practise(command: string, text: string, idle: () => Promise<void>): Promise<void> {
    const turn = this.#turn;
    for (let done = 0; done < PRACTICE; done += 1) {
      await idle();
      if (turn !== this.#turn || this.#sealed === null) return;
      if (this.#waiting.size === 0) await this.#send({ kind: "practise", command, text });
    }
  }

  /** The whole form may have taken over at any wait. */
  get #isWhole(): boolean {
    return this.#form === "whole";
  }

  /** What was answered without the tables, asked once more; one other answer, and the whole form takes over. */
  async #askAgain(): Promise<void> {
    for (const { request, out } of this.#unchecked) {
      const again = await this.#ask(request);
      if (this.#isWhole) return;
      if (again.out === out) continue;
      console.warn(`answered otherwise without the tables: ${request.command}`);
      return this.#carryOnWhole();
    }
    this.#unchecked = [];
  }

  /**
   * Downloads an archive that only some pages need (and what it needs itself) and hands it to Python; once is enough, also
   * when the engine is started anew. Rejects with an `EngineError`; after a failed download it may be asked for again.
   */
  async add(name: string): Promise<void> {
    const piece = pieces().more[name];
    if (piece === undefined) throw new Error(`no archive ${name}`);
    for (const needed of piece.needs) await this.add(needed);
    let archive = this.#more.get(name);
    if (archive === undefined) this.#more.set(name, (archive = downloadMore(piece)));
    const data = await archive.catch((error: unknown) => {
      this.#more.delete(name);
      throw new EngineError(whyNotLoaded(error), error);
    });
    if (this.#form === "quick") await this.#carryOnWhole();
    if (this.#added.has(name)) return;
    this.#added.add(name);
    await this.#send({ kind: "add", name, archive: data });
  }

  /**
   * Calls a function of an added package, `package.module.function`, with texts and bytes; it gives one of both.
   * Rejects with an `EngineError` where the worker died or hung, and with a plain `Error` where the function raised.
   */
  async call(name: string, ...given: readonly Given[]): Promise<Given> {
    for (const [added] of this.#more) await this.add(added);
    const message = await this.#send({ kind: "call", function: name, given });
    if (message.kind === "refused") throw new Error(message.why);
    if (message.kind !== "returned") throw new EngineError("crash", message.kind);
    return message.value;
  }

  /** Ends the worker and every wait for it; everything downloaded is kept for the next start. */
  close(): void {
    this.#turn += 1;
    this.#end();
    this.#refuse(new ClosedError());
  }

  /** Ends the worker; what it was asked waits for the next one. */
  #end(): void {
    this.#sealed?.close();
    this.#sealed = null;
    for (const limit of this.#limits.values()) clearTimeout(limit);
    this.#limits.clear();
    this.#added.clear();
    this.#unchecked = [];
    this.#isComplete = false;
  }

  #send(request: Request): Promise<FromWorker> {
    const sealed = this.#sealed;
    if (sealed === null && !this.#isChanging) return Promise.reject(new EngineError("crash", "not started"));
    const id = ++this.#lastId;
    const reply = new Promise<FromWorker>((resolve, reject) => this.#waiting.set(id, { request, resolve, reject }));
    if (sealed !== null) this.#post(sealed, id, request);
    return reply;
  }

  #post(sealed: Sealed, id: number, request: Request): void {
    sealed.worker.postMessage({ ...request, id } satisfies ToWorker);
    const limit = window.setTimeout(() => this.#fail(new EngineError("slow", `${ANSWER_MS} ms`)), ANSWER_MS);
    this.#limits.set(id, limit);
  }

  /** The worker starts as soon as its script is there, and waits for the rest. */
  async #boot(runtime: Runtime): Promise<Sealed> {
    const gone = (error: unknown): never => {
      this.#runtime = null;
      this.#cache = "reload";
      throw new EngineError(whyNotLoaded(error), error);
    };
    const sealed = await startSealed(await runtime.worker.catch(gone));
    try {
      await started(sealed.worker, runtime.parts.catch(gone));
      return sealed;
    } catch (error) {
      sealed.close();
      throw error;
    }
  }

  #take(message: FromWorker): void {
    if (message.kind === "failed") return this.#fail(new EngineError("crash", message.why));
    if (message.kind === "ready") return;
    clearTimeout(this.#limits.get(message.id));
    this.#limits.delete(message.id);
    this.#waiting.get(message.id)?.resolve(message);
    this.#waiting.delete(message.id);
  }

  /** What the quick form could not answer is asked of the whole one; whoever waits only waits longer. */
  #fail(error: EngineError): void {
    if (this.#form === "whole" || error.trouble !== "crash") return this.#giveUp(error);
    console.warn(error);
    this.#carryOnWhole().catch((second: unknown) => {
      if (second instanceof ClosedError) return;
      this.#giveUp(second instanceof EngineError ? second : new EngineError("crash", second));
    });
  }

  /** Starts the whole form in the middle of the work and asks it what is still open; what nobody checked is asked for again. */
  async #carryOnWhole(): Promise<void> {
    const isRevised = this.#unchecked.length > 0;
    this.#useWhole();
    this.#isChanging = true;
    try {
      await this.#startForm();
    } finally {
      this.#isChanging = false;
    }
    const sealed = this.#sealed as Sealed | null;
    if (sealed !== null) for (const [id, { request }] of this.#waiting) this.#post(sealed, id, request);
    if (isRevised) this.#revised();
  }

  #giveUp(error: EngineError): void {
    this.#end();
    this.#refuse(error);
    this.#lost(error);
  }

  #refuse(error: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}

/** A quick form that is not there, not what was published, or that doesn't start; but not a line that is down or stands still. */
function isWorthTheWhole(error: unknown): boolean {
  if (!(error instanceof EngineError)) return true;
  const { trouble, cause } = error;
  return (
    trouble === "start" ||
    cause instanceof MissingPieceError ||
    cause instanceof ChangedPieceError ||
    cause instanceof WebAssembly.CompileError
  );
}

/** Hands the parts to the worker when they are there; resolves when Python has the rules. */
function started(worker: Worker, parts: Promise<Parts>): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    let limit = 0;
    const end = (act: () => void): void => {
      clearTimeout(limit);
      act();
    };
    worker.onerror = (event) => end(() => reject(new EngineError("start", event.message)));
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "ready") end(resolve);
      else end(() => reject(new EngineError("start", data.kind === "failed" ? data.why : data.kind)));
    };
    parts.then((all) => {
      limit = window.setTimeout(() => reject(new EngineError("slow", `${START_MS} ms`)), START_MS);
      worker.postMessage({ kind: "boot", ...all } satisfies ToWorker);
    }, reject);
  });
}

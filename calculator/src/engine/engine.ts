/** The engine as the page sees it: load once, ask often, the latest question wins. */

import { download, type Progress, type Runtime } from "./download";
import type { FromWorker, Reply, ToWorker } from "./messages";
import { startSealed, type Sealed } from "./sealed";
import { isSupported } from "./support";

/** Why there is no answer; the page has a sentence for each. */
export type Trouble = "unsupported" | "download" | "start" | "crash" | "slow";

export class EngineError extends Error {
  constructor(
    readonly trouble: Trouble,
    cause: unknown,
  ) {
    super(`${trouble}: ${String(cause)}`, { cause });
  }
}

/** A start or an answer that takes longer has hung. */
const START_MS = 90_000;
const ANSWER_MS = 30_000;

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: EngineError) => void;
}

export class Engine {
  #runtime: Runtime | null = null;
  #sealed: Sealed | null = null;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;

  get isReady(): boolean {
    return this.#sealed !== null;
  }

  /** Downloads (unless that was done before) and starts Python. Rejects with an `EngineError`. */
  async start(progress: Progress): Promise<void> {
    if (!isSupported()) throw new EngineError("unsupported", navigator.userAgent);
    this.close();
    this.#runtime ??= await download(progress).catch((error: unknown) => {
      throw new EngineError("download", error);
    });
    const sealed = await this.#boot(this.#runtime).catch((error: unknown) => {
      throw error instanceof EngineError ? error : new EngineError("start", error);
    });
    sealed.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#take(data);
    sealed.worker.onerror = (event) => this.#fail(new EngineError("crash", event.message));
    this.#sealed = sealed;
  }

  /** Asks `guantong.cli.answer`. Rejects with an `EngineError` where the worker died or hung. */
  ask(command: string, text: string): Promise<Reply> {
    const sealed = this.#sealed;
    if (sealed === null) return Promise.reject(new EngineError("crash", "not started"));
    const id = ++this.#lastId;
    const reply = new Promise<Reply>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    const message: ToWorker = { kind: "ask", id, command, text };
    sealed.worker.postMessage(message);
    const limit = setTimeout(() => this.#fail(new EngineError("slow", `${ANSWER_MS} ms`)), ANSWER_MS);
    return reply.finally(() => clearTimeout(limit));
  }

  /** Ends the worker; everything downloaded is kept for the next start. */
  close(): void {
    this.#sealed?.close();
    this.#sealed = null;
  }

  async #boot({ wasm, stdlib, rules, worker }: Runtime): Promise<Sealed> {
    const sealed = await startSealed(worker);
    try {
      await new Promise<void>((resolve, reject) => {
        const limit = setTimeout(() => reject(new EngineError("slow", `${START_MS} ms`)), START_MS);
        sealed.worker.onerror = (event) => reject(new EngineError("start", event.message));
        sealed.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
          clearTimeout(limit);
          if (data.kind === "ready") resolve();
          else reject(new EngineError("start", data.kind === "failed" ? data.why : data.kind));
        };
        const message: ToWorker = { kind: "boot", wasm, stdlib, rules };
        sealed.worker.postMessage(message);
      });
      return sealed;
    } catch (error) {
      sealed.close();
      throw error;
    }
  }

  #take(message: FromWorker): void {
    if (message.kind === "failed") return this.#fail(new EngineError("crash", message.why));
    if (message.kind !== "answer") return;
    this.#waiting.get(message.id)?.resolve(message.reply);
    this.#waiting.delete(message.id);
  }

  #fail(error: EngineError): void {
    this.close();
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}

/**
 * The visitor's choice to keep the page's program on this device, so that it works without a network. Nothing is kept
 * before the tick, only public files of this site after it, and nothing once the tick is taken away.
 */

import { need } from "../dom";
import { pieces } from "../engine/pieces";
import { OFFLINE } from "../words";
import { cacheOf } from "./names";

/** The browser gave no service worker, no room or no leave. */
class NotKeptError extends Error {}

export class OfflineChoice {
  readonly #place: HTMLElement;
  readonly #tick: HTMLInputElement;
  readonly #scope = new URL("./", location.href.split("#")[0]).href;
  /** What was last carried out; a tick that changed meanwhile is carried out after it. */
  #isKept = false;
  #isBusy = false;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#tick = need<HTMLInputElement>(place, "[data-offline-tick]");
    this.#tick.addEventListener("change", () => void this.#follow());
  }

  /** Shows the choice as it stands; browsers that have no such thing show none. Call it once the engine runs. */
  async offer(): Promise<void> {
    if (!this.#place.hidden || !isSecureContext || !("serviceWorker" in navigator) || !("caches" in window)) return;
    try {
      this.#isKept = (await this.#registration()) !== undefined;
    } catch (error) {
      if (isRefusal(error)) return; // site data is forbidden here: nothing to offer
      throw error;
    }
    this.#tick.checked = this.#isKept;
    this.#place.hidden = false;
    if (this.#isKept) this.#say(navigator.onLine ? OFFLINE.kept(megabytes()) : OFFLINE.without);
  }

  async #follow(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#tick.checked !== this.#isKept) {
      this.#isKept = this.#tick.checked;
      try {
        if (this.#isKept) await this.#keep();
        else await this.#forget();
      } catch (error) {
        if (!isRefusal(error)) throw error;
        this.#isKept = this.#tick.checked = false;
        this.#say(OFFLINE.failed);
      }
    }
    this.#isBusy = false;
  }

  async #keep(): Promise<void> {
    this.#say(OFFLINE.saving);
    const script = new URL(this.#place.dataset["offline"] ?? "", this.#scope);
    const registration = await navigator.serviceWorker.register(script, { scope: this.#scope, updateViaCache: "none" });
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    if (worker === null || !(await activated(worker))) {
      await this.#remove();
      throw new NotKeptError(worker?.state);
    }
    this.#say(OFFLINE.kept(megabytes()));
  }

  async #forget(): Promise<void> {
    await this.#remove();
    this.#say(OFFLINE.gone);
  }

  async #remove(): Promise<void> {
    await (await this.#registration())?.unregister();
    await caches.delete(cacheOf(this.#scope));
  }

  /** Ours, and not that of a larger site in which this one is a section. */
  async #registration(): Promise<ServiceWorkerRegistration | undefined> {
    const found = await navigator.serviceWorker.getRegistration(this.#scope);
    return found?.scope === this.#scope ? found : undefined;
  }

  #say(words: string): void {
    need(this.#place, "[data-offline-said]").textContent = words;
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof NotKeptError || error instanceof DOMException || error instanceof TypeError;

/** True once it serves; false where it could not be installed. */
function activated(worker: ServiceWorker): Promise<boolean> {
  return new Promise((done) => {
    const look = (): void => {
      if (worker.state === "activated" || worker.state === "redundant") done(worker.state === "activated");
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** What the quick form takes on the device. */
function megabytes(): string {
  const { wasm, stdlib, rules, worker, quick } = pieces();
  const kept = quick === null ? [wasm, stdlib, rules, worker] : [quick.wasm, quick.image, worker];
  return (kept.reduce((sum, piece) => sum + piece.bytes, 0) / 1e6).toFixed(0);
}

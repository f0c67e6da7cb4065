/** When to do what nobody waits for. */

/** Milliseconds after an answer is painted: what is folded away is written then, and advice asked for. Who goes on typing isn't kept waiting by it. */
export const LATE_MS = 250;

/** Longest wait for a pause. */
const PATIENCE_MS = 2000;
/** Where the browser can't say that it has nothing to do. */
const PAUSE_MS = 500;

/** Resolves when the page has shown what there is to show. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    else setTimeout(resolve, PAUSE_MS);
  });
}

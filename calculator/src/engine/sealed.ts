/**
 * The sealed place where Python runs.
 *
 * A worker started from a blob inherits the content policy of the document that made the blob. So an empty frame with
 * a policy of its own stands between the page and the worker: no connection, no script from anywhere, only the worker's
 * blob and WebAssembly. The page can still fetch; what runs in the worker, and sees the answers, can not.
 */

const POLICY = [
  "default-src 'none'",
  "connect-src 'none'",
  "script-src 'wasm-unsafe-eval'",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

type FrameWindow = Window & typeof globalThis;

export interface Sealed {
  readonly worker: Worker;
  /** Ends the worker and removes the frame. */
  close(): void;
}

/** Starts `script` as a module worker inside a new sealed frame. */
export async function startSealed(script: string): Promise<Sealed> {
  const frame = await emptyFrame();
  const inside = frame.contentWindow as FrameWindow | null;
  if (inside === null) throw new Error("the frame has no window");
  // Blob, address and worker are all made with the frame's own constructors: browsers differ in which one hands on the policy.
  const address = inside.URL.createObjectURL(new inside.Blob([script], { type: "text/javascript" }));
  const worker = new inside.Worker(address, { type: "module" });
  return {
    worker,
    close() {
      worker.terminate();
      inside.URL.revokeObjectURL(address);
      frame.remove();
    },
  };
}

function emptyFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.inert = true;
  frame.tabIndex = -1;
  frame.title = "";
  frame.setAttribute("aria-hidden", "true");
  frame.srcdoc = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
  return new Promise((resolve) => {
    frame.addEventListener("load", () => resolve(frame), { once: true });
    document.body.append(frame);
  });
}

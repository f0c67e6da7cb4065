/** The sealed worker: is handed the runtime once, then answers questions one after the other. */

import type { FromWorker, ToWorker } from "../engine/messages";
import { bootPython, type Python } from "./python";
import { unplug } from "./unplug";

unplug(globalThis);
unplug(navigator);

let python: Python | null = null;

interface Page {
  postMessage(value: FromWorker, handedOver: Transferable[]): void;
}

const post = (message: FromWorker): void =>
  (self as unknown as Page).postMessage(message, message.kind === "answer" ? [message.reply.out.buffer] : []);

// Only a worker made from a blob is under the sealed frame's policy. Started from its own address it would be under none.
if (location.protocol === "blob:") {
  self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
    handle(data).catch((error: unknown) => post({ kind: "failed", why: String(error) }));
  });
} else {
  post({ kind: "failed", why: "not inside the sealed frame" });
}

async function handle(message: ToWorker): Promise<void> {
  if (message.kind === "boot") {
    python = await bootPython(message);
    post({ kind: "ready" });
  } else if (python !== null) {
    post(done(python, message));
  }
}

function done(python: Python, message: Exclude<ToWorker, { kind: "boot" }>): FromWorker {
  const { id } = message;
  switch (message.kind) {
    case "ask":
      return { kind: "answer", id, reply: python.answer(message.command, message.text) };
    case "practise":
      python.answer(message.command, message.text);
      return { kind: "practised", id };
    case "complete":
      python.complete(message.tables);
      return { kind: "completed", id };
    case "add":
      python.add(message.name, message.archive);
      return { kind: "added", id };
    case "call":
      try {
        return { kind: "returned", id, value: python.call(message.function, message.given) };
      } catch (error) {
        // What the function raised is its own affair; anything else means that Python itself is gone.
        if (!(error instanceof Error && error.name === "PythonError")) throw error;
        return { kind: "refused", id, why: String(error) };
      }
  }
}

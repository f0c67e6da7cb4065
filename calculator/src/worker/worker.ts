/** The sealed worker: is handed the runtime once, then answers questions one after the other. */

import type { FromWorker, ToWorker } from "../engine/messages";
import { bootPython, type Answer } from "./python";
import { unplug } from "./unplug";

unplug(globalThis);

let answer: Answer | null = null;

const post = (message: FromWorker): void => (self as unknown as { postMessage(value: FromWorker): void }).postMessage(message);

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  handle(data).catch((error: unknown) => post({ kind: "failed", why: String(error) }));
});

async function handle(message: ToWorker): Promise<void> {
  if (message.kind === "boot") {
    answer = await bootPython(message);
    post({ kind: "ready" });
  } else if (answer !== null) {
    post({ kind: "answer", id: message.id, reply: answer(message.command, message.text) });
  }
}

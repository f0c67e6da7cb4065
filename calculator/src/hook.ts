/** For tests: the same question or call to the same engine, its reply word for word. It changes nothing on the page. */

import type { Engine } from "./engine/engine";
import type { Given } from "./engine/messages";

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

export function answerTests(root: HTMLElement, engine: Engine, trouble: (error: unknown) => void): void {
  root.addEventListener("gt:ask", (event) => {
    const { command, text, answer } = (event as CustomEvent<HookedQuestion>).detail;
    void engine.ask(command, text).then(answer);
  });
  root.addEventListener("gt:call", (event) => {
    const { archive, name, given, answer } = (event as CustomEvent<HookedCall>).detail;
    const called = engine.add(archive).then(() => engine.call(name, ...given));
    void called.then(answer, (error: Error) => {
      if (!engine.isReady) trouble(error);
      answer({ error: error.message });
    });
  });
}

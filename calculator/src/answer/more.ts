/** Questions to the rules that come after the answer is painted: advice, and the ways ahead. */

import type { Engine } from "../engine/engine";
import { without, type Facts } from "../facts";
import type { BadInput } from "./result";

/** The reply to a question about facts; where some of them are bad, about the others; `null` where there is none. */
export async function askAbout<T extends object>(
  engine: Engine,
  command: string,
  facts: Facts,
  question: (facts: Facts) => object = (given) => given,
): Promise<T | null> {
  const once = async (given: Facts): Promise<T | BadInput | null> => {
    const { status, out } = await engine.ask(command, JSON.stringify([question(given)]));
    return status === 0 ? ((JSON.parse(out) as (T | BadInput)[])[0] ?? null) : null;
  };
  const first = await once(facts);
  if (first === null || !("errors" in first)) return first;
  const second = await once(without(facts, first.errors.map(({ at }) => at.replace(/^\/facts(?=\/)/, ""))));
  return second === null || "errors" in second ? null : second;
}

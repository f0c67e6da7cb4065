/** Asking the rules about facts: always a list of one; bad facts are named, and the rest is still answered. */

import type { Engine } from "./engine/engine";
import { without, type Facts } from "./facts";
import { isBad, type BadInput, type InputError, type Result } from "./answer/result";

/** Whoever can be asked, like the engine itself. */
type Asked = Pick<Engine, "ask">;

export interface Assessment {
  readonly result: Result | null;
  readonly errors: readonly InputError[];
}

/** The result for all facts that are good, and what is wrong with the others. */
export async function assess(engine: Asked, facts: Facts): Promise<Assessment> {
  const first = await ask(engine, facts);
  if (!isBad(first)) return { result: first, errors: [] };
  const second = await ask(engine, without(facts, first.errors.map(({ at }) => at)));
  return { result: isBad(second) ? null : second, errors: first.errors };
}

async function ask(engine: Asked, facts: Facts): Promise<Result | BadInput> {
  const reply = await engine.ask("assess", JSON.stringify([facts]));
  if (reply.status !== 0) throw new Error(reply.err);
  const [item] = JSON.parse(reply.out) as (Result | BadInput)[];
  if (item === undefined) throw new Error("an empty list came back");
  return item;
}

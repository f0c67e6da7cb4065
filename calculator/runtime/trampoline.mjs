// CPython calls many of its own functions with more arguments than they take, which WebAssembly forbids. Its build leaves these
// calls to JavaScript, or, where a browser can look up types, to a small module beside it. Which function takes how many is known
// here, so the wasm makes the calls without leaving, a thousand for a person, and goes the same way in every browser.
import { concat, leb, number } from "./bytes.mjs";
import { instructions } from "./instructions.mjs";
import { functionCount, I32, importedFunctions, tableOf, typeOf, typesOfFunctions, withFunctions } from "./wasm.mjs";

/** (function, three arguments) → what the function gives. */
const LEAVING = "_PyEM_TrampolineCall_JS";
/** Functions that take so many arguments are called here; every other one as before. */
const COUNTS = [0, 1, 2, 3];

const BLOCK = [0x02, 0x40];
const [END, BR_TABLE, RETURN, CALL, CALL_INDIRECT] = [0x0b, 0x0e, 0x0f, 0x10, 0x11];
const local = (index) => [0x20, index];
const call = (index) => [CALL, ...leb(index)];

/** The module in which the calls of functions that its table holds from the start don't leave it. */
export function withoutLeaving(wasm) {
  const imported = importedFunctions(wasm);
  const leaving = imported.indexOf(LEAVING);
  if (leaving < 0) throw new Error(`the wasm imports no ${LEAVING}`);
  const type = (count) => typeOf(wasm, { takes: Array(count).fill(I32), gives: [I32] });
  const own = imported.length + functionCount(wasm);
  const redirected = (body) => {
    const pieces = [];
    let last = 0;
    for (const { code, start, end } of instructions(body)) {
      if (code !== CALL || number(body, start + 1)[0] !== leaving) continue;
      pieces.push(body.subarray(last, start), call(own));
      last = end;
    }
    return concat([...pieces, body.subarray(last)]);
  };
  const types = COUNTS.map(type);
  const body = trampoline(labels(wasm, imported.length, types), types, leaving);
  return withFunctions(wasm, redirected, [{ type: type(4), body }]);
}

/** For each place of the table, how many arguments the function there takes; one more than the most where it is called as before. */
function labels(wasm, imported, types) {
  const { first, functions } = tableOf(wasm);
  const typed = typesOfFunctions(wasm);
  const label = (index) => types.indexOf(typed[index - imported]);
  const counts = functions.map(label).map((count) => (count < 0 ? COUNTS.length : count));
  return [...Array(first).fill(COUNTS.length), ...counts];
}

/** Blocks in one another; each ends before the call with as many arguments as its label says. */
function trampoline(labels, types, leaving) {
  const given = (count) => COUNTS.slice(0, count).flatMap((index) => local(index + 1));
  const ways = COUNTS.flatMap((count) => [END, ...given(count), ...local(0), CALL_INDIRECT, ...leb(types[count]), 0, RETURN]);
  return concat([
    [0, ...COUNTS.flatMap(() => BLOCK), ...BLOCK, ...local(0)],
    [BR_TABLE, ...leb(labels.length)],
    labels,
    [COUNTS.length, ...ways, END, ...local(0), ...given(3), ...call(leaving), END],
  ]);
}

// Reading and rewriting a WebAssembly binary, as far as the runtime needs it: sections, exports, bodies of functions, data.
import { concat, leb, number, signedLeb, signedNumber } from "./bytes.mjs";

export const SECTION = { type: 1, function: 3, memory: 5, export: 7, code: 10, data: 11, dataCount: 12 };
const PREAMBLE = 8;
const I32_CONST = 0x41;
const END = 0x0b;

export function sections(wasm) {
  const found = [];
  for (let at = PREAMBLE; at < wasm.length; ) {
    const id = wasm[at];
    const [length, start] = number(wasm, at + 1);
    found.push({ id, body: wasm.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

const section = (wasm, wanted) => sections(wasm).find(({ id }) => id === wanted).body;

/** The module with some sections changed: by number, what makes the new one from the old. */
export function change(wasm, edits) {
  const pieces = [wasm.subarray(0, PREAMBLE)];
  for (const { id, body } of sections(wasm)) {
    const made = edits[id]?.(body) ?? body;
    pieces.push([id, ...leb(made.length)], made);
  }
  return concat(pieces);
}

/** A section that is a list, from its members. */
export const list = (members) => concat([leb(members.length), ...members]);

/** The module with only those exports for whose name `isKept` holds. */
export function keepExports(wasm, isKept) {
  const edit = (body) => {
    const kept = [];
    let [left, at] = number(body, 0);
    for (; left > 0; left -= 1) {
      const [length, name] = number(body, at);
      const [, end] = number(body, name + length + 1);
      if (isKept(new TextDecoder().decode(body.subarray(name, name + length)))) kept.push(body.subarray(at, end));
      at = end;
    }
    return list(kept);
  };
  return change(wasm, { [SECTION.export]: edit });
}

/** The bodies of all functions in the code section, each from its locals to its end. */
export function bodies(code) {
  const found = [];
  let [left, at] = number(code, 0);
  for (; left > 0; left -= 1) {
    const [length, start] = number(code, at);
    found.push(code.subarray(start, start + length));
    at = start + length;
  }
  return found;
}

export const bodiesOf = (wasm) => bodies(section(wasm, SECTION.code));

/** A body as the code section holds it. */
export const sized = (body) => concat([leb(body.length), body]);

/** Where the instructions of a body begin. */
export function afterLocals(body) {
  let [groups, at] = number(body, 0);
  for (; groups > 0; groups -= 1) {
    [, at] = number(body, at);
    at += 1;
  }
  return at;
}

/** How many functions the module defines. */
export const functionCount = (wasm) => number(section(wasm, SECTION.code), 0)[0];

const TRAP = Uint8Array.from([0, 0x00, END]); // no locals, unreachable, end

/** The module in which every function for which `isKept(index, bytes)` doesn't hold stops the program at once. Nothing else moves. */
export function trapAllBut(wasm, isKept) {
  const edit = (code) => list(bodies(code).map((body, index) => sized(isKept(index, body.length) ? body : TRAP)));
  return change(wasm, { [SECTION.code]: edit });
}

/** What the module puts into its memory: its data, from address 0. Throws where a place isn't a constant. */
export function dataOf(wasm) {
  const segments = [];
  const body = section(wasm, SECTION.data);
  let [left, at] = number(body, 0);
  let end = 0;
  for (; left > 0; left -= 1) {
    if (body[at] !== 0 || body[at + 1] !== I32_CONST) throw new Error("data at a constant place of the one memory was expected");
    const [place, afterPlace] = signedNumber(body, at + 2);
    const [length, start] = number(body, afterPlace + 1);
    segments.push([place, body.subarray(start, start + length)]);
    end = Math.max(end, place + length);
    at = start + length;
  }
  const data = new Uint8Array(end);
  for (const [place, bytes] of segments) data.set(bytes, place);
  return data;
}

/** The module that puts only these stretches of `data` into its memory: [start, length]. */
export function withData(wasm, data, stretches) {
  const segment = ([start, length]) =>
    concat([[0, I32_CONST, ...signedLeb(start), END], sized(data.subarray(start, start + length))]);
  return change(wasm, {
    [SECTION.data]: () => list(stretches.map(segment)),
    [SECTION.dataCount]: () => leb(stretches.length),
  });
}

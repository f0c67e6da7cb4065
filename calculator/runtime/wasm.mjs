// Reading and rewriting a WebAssembly binary, as far as the runtime needs it: sections, exports, functions, the table, data.
import { concat, leb, number, signedLeb, signedNumber } from "./bytes.mjs";

export const SECTION = { type: 1, function: 3, memory: 5, export: 7, elements: 9, code: 10, data: 11, dataCount: 12 };
export const I32 = 0x7f;
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

/** Names of the functions that the module imports; those that it defines are numbered after them. */
export const importedFunctions = (wasm) =>
  WebAssembly.Module.imports(new WebAssembly.Module(wasm)).filter(({ kind }) => kind === "function").map(({ name }) => name);

/** The index of a function type that the module has. */
export function typeOf(wasm, { takes, gives }) {
  const types = section(wasm, SECTION.type);
  const wanted = [takes, gives].map(String);
  let [left, at] = number(types, 0);
  for (let index = 0; left > 0; left -= 1, index += 1) {
    if (types[at] !== 0x60) throw new Error("only types of functions were expected");
    const sides = [];
    at += 1;
    for (let side = 0; side < 2; side += 1) {
      const [count, first] = number(types, at);
      at = first + count;
      sides.push(String([...types.subarray(first, at)]));
    }
    if (String(sides) === String(wanted)) return index;
  }
  throw new Error(`no function from (${takes}) to (${gives})`);
}

/** Indices of the types of the functions that the module defines. */
export const typesOfFunctions = (wasm) => numbers(section(wasm, SECTION.function), 0);

/** The functions in the module's one filled table: {first, functions}, the place of the first and the indices of all. */
export function tableOf(wasm) {
  const body = section(wasm, SECTION.elements);
  const [count, at] = number(body, 0);
  if (count !== 1 || body[at] !== 0 || body[at + 1] !== I32_CONST) throw new Error("one table, filled at a constant place, was expected");
  const [first, end] = signedNumber(body, at + 2);
  return { first, functions: numbers(body, end + 1) };
}

/** The module with each body as `edit(body, index)` makes it, and with more functions after its own: {type, body}. */
export function withFunctions(wasm, edit, added) {
  return change(wasm, {
    [SECTION.function]: (body) => list([...numbers(body, 0), ...added.map(({ type }) => type)].map(leb)),
    [SECTION.code]: (code) => list([...bodies(code).map(edit), ...added.map(({ body }) => body)].map(sized)),
  });
}

function numbers(bytes, at) {
  const found = [];
  let [left, next] = number(bytes, at);
  for (; left > 0; left -= 1) {
    const [value, end] = number(bytes, next);
    found.push(value);
    next = end;
  }
  return found;
}

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

// Reading and rewriting a WebAssembly binary, as far as the runtime needs it: sections, exports, bodies of functions.

const EXPORT = 7;
const MEMORY = 5;
const CODE = 10;
const PREAMBLE = 8;
const PAGE = 65_536;

/** A number in LEB128: its value and where the next thing begins. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

export function leb(value) {
  const out = [];
  do {
    const rest = Math.floor(value / 128);
    out.push((value % 128) | (rest > 0 ? 128 : 0));
    value = rest;
  } while (value > 0);
  return out;
}

/** LEB128 of a constant: signed, as `i32.const` wants it. */
function signed(value) {
  const out = [];
  for (;;) {
    const byte = value & 127;
    value >>= 7;
    if ((value === 0 && !(byte & 64)) || (value === -1 && byte & 64)) return [...out, byte];
    out.push(byte | 128);
  }
}

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

function join(wasm, parts) {
  const pieces = [wasm.subarray(0, PREAMBLE)];
  for (const { id, body } of parts) pieces.push(Uint8Array.from([id, ...leb(body.length)]), body);
  return concat(pieces);
}

function concat(pieces) {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** The module with one section changed. */
function change(wasm, id, edit) {
  return join(wasm, sections(wasm).map((section) => (section.id === id ? { id, body: edit(section.body) } : section)));
}

/** The module with only those exports for whose name `isKept` holds. */
export function keepExports(wasm, isKept) {
  return change(wasm, EXPORT, (body) => {
    const kept = [];
    let [left, at] = number(body, 0);
    for (; left > 0; left -= 1) {
      const [length, name] = number(body, at);
      const [, end] = number(body, name + length + 1);
      if (isKept(new TextDecoder().decode(body.subarray(name, name + length)))) kept.push(body.subarray(at, end));
      at = end;
    }
    return concat([Uint8Array.from(leb(kept.length)), ...kept]);
  });
}

/** The bodies of all functions, each from its locals to its end. */
function bodies(code) {
  const found = [];
  let [left, at] = number(code, 0);
  for (; left > 0; left -= 1) {
    const [length, start] = number(code, at);
    found.push(code.subarray(start, start + length));
    at = start + length;
  }
  return found;
}

function changeBodies(wasm, edit) {
  return change(wasm, CODE, (code) => {
    const all = bodies(code).map(edit);
    return concat([Uint8Array.from(leb(all.length)), ...all.flatMap((body) => [Uint8Array.from(leb(body.length)), body])]);
  });
}

/** How many functions the module defines. */
export function functionCount(wasm) {
  return number(sections(wasm).find(({ id }) => id === CODE).body, 0)[0];
}

const TRAP = Uint8Array.from([0, 0x00, 0x0b]); // no locals, unreachable, end

/** The module in which every function for which `isKept(index, bytes)` doesn't hold stops the program at once. Nothing else moves. */
export function trapAllBut(wasm, isKept) {
  return changeBodies(wasm, (body, index) => (isKept(index, body.length) ? body : TRAP));
}

/**
 * The module in which each function notes that it was called: a byte for each at `at`, in a memory grown to `pages` so
 * that nothing else comes near them.
 */
export function noteCalls(wasm, pages) {
  const count = functionCount(wasm);
  const at = pages * PAGE - Math.ceil(count / PAGE) * PAGE;
  const larger = change(wasm, MEMORY, (body) => {
    const [memories, flags] = number(body, 0);
    const [, end] = number(body, flags + 1);
    if (memories !== 1) throw new Error("one memory was expected");
    return concat([body.subarray(0, flags + 1), Uint8Array.from(leb(pages)), body.subarray(end)]);
  });
  const noted = changeBodies(larger, (body, index) => {
    const start = afterLocals(body);
    const note = [0x41, ...signed(at + index), 0x41, 1, 0x3a, 0, 0]; // i32.const, i32.const 1, i32.store8
    return concat([body.subarray(0, start), Uint8Array.from(note), body.subarray(start)]);
  });
  return { wasm: noted, at, count };
}

function afterLocals(body) {
  let [groups, at] = number(body, 0);
  for (; groups > 0; groups -= 1) {
    [, at] = number(body, at);
    at += 1;
  }
  return at;
}

/** Sizes by section, for a look. */
export function sizes(wasm) {
  return sections(wasm).map(({ id, body }) => [id, body.length]);
}

/** Modules and names of the imports of symbols that a linker would resolve by name. */
export function linkedByName(wasm) {
  return WebAssembly.Module.imports(new WebAssembly.Module(wasm))
    .filter(({ module }) => module.startsWith("GOT."))
    .map(({ name }) => name);
}

// A wasm that keeps notes of what it does: which functions are called, and which parts of its own data are read.
import { concat, leb, number, signedLeb } from "./bytes.mjs";
import { instructions, isMemoryCopy, loadOffset } from "./instructions.mjs";
import { afterLocals, change, dataOf, functionCount, I32, importedFunctions, SECTION, typeOf, withFunctions } from "./wasm.mjs";

/** 512 MB: the notes lie at its end, where no heap comes. */
const PAGES = 8192;
const PAGE = 65_536;
/** Reads are noted by cells of so many bytes: a power of two, and no smaller than the largest load. */
export const CELL = 16;
const CELL_BITS = Math.log2(CELL);

const LOAD_NOTE = { takes: [I32, I32], gives: [I32] };
const COPY_NOTE = { takes: [I32, I32, I32], gives: [] };

const local = (index) => [0x20, index];
const setLocal = (index) => [0x22, index]; // local.tee
const constant = (value) => [0x41, ...signedLeb(value)];
const call = (index) => [0x10, ...leb(index)];
const when = (...inner) => [0x04, 0x40, ...inner.flat(), 0x0b];
const [ADD, AND, SHIFT, LESS, DIFFERS, END] = [[0x6a], [0x71], [0x76], [0x49], [0x47], [0x0b]];
const storeByte = (at) => [0x3a, 0, ...leb(at)];
const FILL = [0xfc, 11, 0];
const COPY = [0xfc, 10, 0, 0];

/**
 * The wasm with notes, and where in its memory they lie once it runs: `calls`, a byte for each function; `reads`, a byte for
 * each cell of its data.
 */
export function noted(wasm) {
  const end = dataOf(wasm).length;
  const calls = { count: functionCount(wasm) };
  const reads = { count: Math.ceil(end / CELL) + 1 };
  calls.at = PAGES * PAGE - Math.ceil(calls.count / PAGE) * PAGE;
  reads.at = calls.at - Math.ceil(reads.count / PAGE) * PAGE;

  const noteLoad = importedFunctions(wasm).length + calls.count;
  const noteCopy = noteLoad + 1;
  const edit = (body, index) => {
    const start = afterLocals(body);
    const pieces = [body.subarray(0, start), [...constant(calls.at + index), ...constant(1), ...storeByte(0)]];
    let last = start;
    for (const one of instructions(body)) {
      const offset = loadOffset(body, one);
      if (offset !== null) {
        pieces.push(body.subarray(last, one.start), [...constant(offset | 0), ...call(noteLoad)]);
        last = one.start;
      } else if (isMemoryCopy(body, one)) {
        pieces.push(body.subarray(last, one.start), call(noteCopy));
        last = one.end;
      }
    }
    return concat([...pieces, body.subarray(last)]);
  };
  const made = withFunctions(wasm, edit, [
    { type: typeOf(wasm, LOAD_NOTE), body: loadBody(end, reads.at) },
    { type: typeOf(wasm, COPY_NOTE), body: copyBody(end, reads.at) },
  ]);
  return { wasm: change(made, { [SECTION.memory]: larger }), calls, reads };
}

/** (address, offset) → address */
const loadBody = (end, at) => [
  ...[1, 1, I32],
  ...[local(0), local(1), ADD, setLocal(2), constant(end), LESS].flat(),
  ...when(local(2), constant(CELL_BITS), SHIFT, constant(1), storeByte(at)),
  ...local(0),
  ...END,
];

/** (to, from, length): notes what is read, and copies it. */
const copyBody = (end, at) => [
  0,
  ...[local(1), constant(end), LESS, local(2), constant(0), DIFFERS, AND].flat(),
  ...when(
    ...[local(1), constant(CELL_BITS), SHIFT, constant(at), ADD, constant(1)],
    ...[local(2), constant(2 * CELL - 1), ADD, constant(CELL_BITS), SHIFT, FILL],
  ),
  ...[local(0), local(1), local(2), COPY, END].flat(),
];

/** The memory section with room for the notes from the start. */
function larger(section) {
  const [memories, flags] = number(section, 0);
  if (memories !== 1) throw new Error("one memory was expected");
  const [, end] = number(section, flags + 1);
  return concat([section.subarray(0, flags + 1), leb(PAGES), section.subarray(end)]);
}

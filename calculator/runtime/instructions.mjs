// Reading the bodies of functions, instruction by instruction, as far as the build of CPython uses the instruction set.
import { number, signedNumber } from "./bytes.mjs";
import { afterLocals } from "./wasm.mjs";

const BLOCKS = new Set([0x02, 0x03, 0x04, 0x06]); // block, loop, if, try
const ONE_INDEX = new Set([
  0x07, 0x08, 0x09, 0x18, // catch, throw, rethrow, delegate
  0x0c, 0x0d, 0x10, 0x12, // br, br_if, call, return_call
  0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, // variables and tables
  0xd0, 0xd2, // ref.null, ref.func
]);
const NOTHING = new Set([0x00, 0x01, 0x05, 0x0a, 0x0b, 0x0f, 0x19, 0x1a, 0x1b, 0xd1]);
const BR_TABLE = 0x0e;
const CALL_INDIRECT = 0x11;
const TYPED_SELECT = 0x1c;
const TRY_TABLE = 0x1f;
const MEMORY = { first: 0x28, firstStore: 0x36, last: 0x3e };
const MEMORY_SIZE = new Set([0x3f, 0x40]);
const I32_CONST = 0x41;
const I64_CONST = 0x42;
const F32_CONST = 0x43;
const F64_CONST = 0x44;
const NUMERIC = { first: 0x45, last: 0xc4 };
const MORE = 0xfc;
const MORE_WITH_TWO = new Set([8, 10, 12, 14]); // memory.init, memory.copy, table.init, table.copy
const MEMORY_COPY = 10;

/** Where the operands end that begin at `at`. */
function afterOperands(bytes, code, at) {
  const skip = (count) => {
    for (; count > 0; count -= 1) while (bytes[at++] >= 128);
    return at;
  };
  if (NOTHING.has(code) || (code >= NUMERIC.first && code <= NUMERIC.last)) return at;
  if (ONE_INDEX.has(code) || BLOCKS.has(code) || code === I32_CONST || code === I64_CONST) return skip(1);
  if (code === CALL_INDIRECT || isAccess(code)) return skip(2);
  if (MEMORY_SIZE.has(code)) return at + 1;
  if (code === F32_CONST) return at + 4;
  if (code === F64_CONST) return at + 8;
  if (code === BR_TABLE || code === TYPED_SELECT) {
    const [count, first] = number(bytes, at);
    at = first;
    return skip(code === BR_TABLE ? count + 1 : count);
  }
  if (code === TRY_TABLE) {
    at = skip(1);
    let [count, next] = number(bytes, at);
    for (at = next; count > 0; count -= 1) {
      const withTag = bytes[at] <= 1;
      at += 1;
      skip(withTag ? 2 : 1);
    }
    return at;
  }
  if (code === MORE) {
    const [which, next] = number(bytes, at);
    at = next;
    return which < 8 ? at : skip(MORE_WITH_TWO.has(which) ? 2 : 1);
  }
  throw new Error(`instruction 0x${code.toString(16)} is not known here`);
}

/** The instructions of a body: {code, start, end}, in places of the body. Throws at one that CPython's build doesn't use. */
export function* instructions(body) {
  for (let at = afterLocals(body); at < body.length; ) {
    const start = at;
    const code = body[at];
    at = afterOperands(body, code, start + 1);
    yield { code, start, end: at };
  }
}

const isAccess = (code) => code >= MEMORY.first && code <= MEMORY.last;
const isLoad = (code) => isAccess(code) && code < MEMORY.firstStore;

/** What a load or a store that begins at `start` adds to its address; before it stands the alignment. */
const offset = (body, start) => number(body, number(body, start + 1)[1])[0];

/** What a load adds to its address; null where the instruction isn't a load. */
export const loadOffset = (body, { code, start }) => (isLoad(code) ? offset(body, start) : null);

export const isMemoryCopy = (body, { code, start }) => code === MORE && body[start + 1] === MEMORY_COPY;

/** The number in an instruction that may be an address: a constant, or what a load or a store adds; null where there is none. */
export function address(body, { code, start }) {
  if (code === I32_CONST) return signedNumber(body, start + 1)[0];
  return isAccess(code) ? offset(body, start) : null;
}

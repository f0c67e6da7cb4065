// Numbers as WebAssembly writes them, and pieces of bytes in a row.

/** A number in LEB128: its value and where the next thing begins. */
export function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

/** The same of a signed number of at most 32 bits. */
export function signedNumber(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    if (shift < 32) value |= (byte & 127) << shift;
    if (byte < 128) return [shift < 25 && byte & 64 ? value | (-1 << (shift + 7)) : value, at];
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
export function signedLeb(value) {
  const out = [];
  for (;;) {
    const byte = value & 127;
    value >>= 7;
    if ((value === 0 && !(byte & 64)) || (value === -1 && byte & 64)) return [...out, byte];
    out.push(byte | 128);
  }
}

/** One after the other: arrays of bytes, or lists of numbers. */
export function concat(pieces) {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

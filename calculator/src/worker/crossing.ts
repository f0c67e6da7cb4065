/** What comes out of Python: text crosses as UTF-8, which is read many times faster than Python's own text (see bridge.py). */

import type { Given, PackedReply, Reply } from "../engine/messages";

/** What Pyodide hands out for a tuple of Python's. */
interface Tuple<T> {
  toJs(): T;
  destroy(): void;
}

/** A text is given as it is, also where it begins with the mark of an order of bytes. */
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** What `bridge.answer` gives, to be handed to the page as it is. */
export function takeReply(given: Tuple<[status: number, out: Uint8Array<ArrayBuffer>, err: string]>): PackedReply {
  const [status, out, err] = taken(given);
  return { status, out, err };
}

/** The same with its text, for whoever reads it. */
export const readReply = ({ status, out, err }: PackedReply): Reply => ({ status, out: UTF8.decode(out), err });

/** What `bridge.call` gives. */
export function readValue(given: Tuple<[isText: boolean, value: Uint8Array<ArrayBuffer>]>): Given {
  const [isText, value] = taken(given);
  return isText ? UTF8.decode(value) : value;
}

function taken<T>(given: Tuple<T>): T {
  try {
    return given.toJs();
  } finally {
    given.destroy();
  }
}

/** Fetching the runtime with every byte counted, and compiling the wasm while it arrives. */

import type { Source } from "./messages";
import { addressOf, pieces, type Piece, type QuickPieces } from "./pieces";

export type Progress = (loaded: number, total: number) => void;

/** What the worker is handed once it runs. */
export interface Parts {
  readonly wasm: WebAssembly.Module;
  readonly source: Source;
}

/** Two arrivals: the worker's script, which can start at once, and what it waits for. */
export interface Runtime {
  readonly worker: Promise<string>;
  readonly parts: Promise<Parts>;
}

/** The server no longer has the file: most likely a new release has replaced this page. */
export class MissingPieceError extends Error {}

/** What arrived is not what was published: cut short, or changed on the way. */
export class ChangedPieceError extends Error {}

/** A connection that gives no byte for this long is given up. */
const STALL_MS = 45_000;

/**
 * Starts to download the whole form. Both promises reject where a piece is missing, changed, broken off or silent for too long.
 * `cache` "reload" passes over copies that the browser kept.
 */
export function downloadWhole(progress: Progress, cache: RequestCache = "default"): Runtime {
  const { wasm, stdlib, rules, worker } = pieces();
  const delivery = counted([wasm, stdlib, rules, worker], progress, cache);
  const source = Promise.all([bytes(delivery.get(stdlib)), bytes(delivery.get(rules))]);
  return arriving(delivery, wasm, source.then(([library, code]) => ({ stdlib: library, rules: code })));
}

/** The same for the quick form. */
export function downloadQuick({ wasm, image }: QuickPieces, progress: Progress, cache: RequestCache = "default"): Runtime {
  const delivery = counted([wasm, image, pieces().worker], progress, cache);
  return arriving(delivery, wasm, bytes(delivery.get(image)).then((data) => ({ image: data })));
}

/** Several pieces under way; the first thing that goes wrong ends all of them. */
interface Delivery {
  readonly get: (piece: Piece) => Promise<Response>;
  /** Never resolves; rejects with the first thing that went wrong, which the others' own errors would hide. */
  readonly broken: Promise<never>;
}

function arriving({ get, broken }: Delivery, wasm: Piece, source: Promise<Source>): Runtime {
  const worker = get(pieces().worker).then((response) => response.text());
  const module = WebAssembly.compileStreaming(get(wasm));
  const all = Promise.all([module, source, worker]).then(([compiled, from]) => ({ wasm: compiled, source: from }));
  const parts = Promise.race([broken, all]);
  // Whatever fails first ends the wait for the script too.
  return { worker: Promise.race([broken, worker, parts.then(() => worker)]), parts };
}

const bytes = async (response: Promise<Response>): Promise<ArrayBuffer> => (await response).arrayBuffer();

/** Downloads one archive. Rejects where it is missing, broken off, silent for too long or not what was published. */
export async function downloadMore(piece: Piece): Promise<ArrayBuffer> {
  const { get, broken } = counted([piece], () => undefined);
  return Promise.race([broken, bytes(get(piece))]);
}

/**
 * A fetch for the given pieces that counts bytes over all of them, and gives all of them up when nothing comes any more.
 * Told are the bytes that cross the line: taken for packed as small as can be until the host has said how it packs.
 */
function counted(all: readonly Piece[], progress: Progress, cache: RequestCache = "default"): Delivery {
  const arrived = new Map(all.map((piece) => [piece, 0]));
  let encoding = "br";
  const tellProgress = (): void => {
    let loaded = 0;
    let total = 0;
    for (const [piece, bytes] of arrived) {
      const sent = piece.sent?.[encoding] ?? piece.bytes;
      loaded += sent * Math.min(bytes / piece.bytes, 1);
      total += sent;
    }
    progress(loaded, total);
  };
  const quitter = new AbortController();
  let tell: (error: unknown) => void;
  const broken = new Promise<never>((_, reject) => (tell = reject));
  broken.catch(() => undefined); // whoever waits for a piece hears of it; nobody needs to
  const fail = (error: unknown): void => {
    clearTimeout(stall);
    tell(error);
    quitter.abort(error);
  };
  const watch = (): number => window.setTimeout(() => fail(new Error(`no byte for ${STALL_MS} ms`)), STALL_MS);
  let open = all.length;
  let stall = watch();
  const count = (piece: Piece, bytes: number): void => {
    arrived.set(piece, (arrived.get(piece) ?? 0) + bytes);
    clearTimeout(stall);
    stall = watch();
    tellProgress();
  };
  const close = (): void => {
    open -= 1;
    if (open === 0) clearTimeout(stall);
  };
  tellProgress();
  const begin = (response: Response): void => {
    encoding = response.headers.get("Content-Encoding") ?? "";
  };
  const get = async (piece: Piece): Promise<Response> => {
    try {
      return await fetchCounted(piece, { begin, count, close, fail }, { signal: quitter.signal, cache });
    } catch (error) {
      fail(error);
      throw error;
    }
  };
  return { get, broken };
}

/** Who is told of a piece under way. */
interface Watcher {
  readonly begin: (response: Response) => void;
  readonly count: (piece: Piece, bytes: number) => void;
  readonly close: () => void;
  readonly fail: (error: unknown) => void;
}

/** The response to one piece, its body passed through a counter that checks the whole before it gives the end. */
async function fetchCounted(piece: Piece, { begin, count, close, fail }: Watcher, how: RequestInit): Promise<Response> {
  const response = await fetch(addressOf(piece), { ...how, credentials: "same-origin" });
  if (response.status === 404 || response.status === 410) throw new MissingPieceError(`${piece.name}: ${response.status}`);
  if (!response.ok || response.body === null) throw new Error(`${piece.name}: ${response.status}`);
  begin(response);
  const seen: BlobPart[] = [];
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      count(piece, chunk.byteLength);
      seen.push(chunk.slice());
      out.enqueue(chunk);
    },
    async flush() {
      close();
      try {
        await check(piece, seen);
      } catch (error) {
        fail(error);
        throw error;
      }
    },
  });
  const type = piece.name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(response.body.pipeThrough(counter), { headers: { "Content-Type": type } });
}

/** Rejects where the bytes are not those that the build named. Browsers offer SHA-256 over HTTPS and on this machine only. */
async function check(piece: Piece, chunks: BlobPart[]): Promise<void> {
  const whole = new Uint8Array(await new Blob(chunks).arrayBuffer());
  if (whole.byteLength !== piece.bytes) throw new ChangedPieceError(`${piece.name}: ${whole.byteLength} of ${piece.bytes} bytes`);
  if (!isSecureContext) return;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  const found = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== piece.sha256) throw new ChangedPieceError(`${piece.name}: ${found}`);
}

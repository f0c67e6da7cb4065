/** What passes between the page and the sealed worker. */

/** The reply of `guantong.cli.answer`: exit status, standard output, standard error. */
export interface Reply {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A reply as it comes from the worker: its output is still the bytes of UTF-8 text, handed over without a copy. */
export interface PackedReply {
  readonly status: number;
  readonly out: Uint8Array<ArrayBuffer>;
  readonly err: string;
}

/** What functions of added packages take and give. */
export type Given = string | Uint8Array<ArrayBuffer>;

/** What Python starts from: archives of its library and the rules, or an image of its memory after such a start. */
export type Source =
  | { readonly stdlib: ArrayBuffer; readonly rules: ArrayBuffer; readonly image?: undefined }
  | { readonly image: ArrayBuffer };

/** Everything the worker needs; it fetches nothing itself. */
export interface Boot {
  readonly kind: "boot";
  readonly wasm: WebAssembly.Module;
  readonly source: Source;
}

/** A question to the rules. */
export interface Ask {
  readonly kind: "ask";
  readonly command: string;
  readonly text: string;
}

/** A question whose answer nobody waits for. */
export interface Practice extends Omit<Ask, "kind"> {
  readonly kind: "practise";
}

/** What the wasm of a memory image lacks. */
export interface Complete {
  readonly kind: "complete";
  readonly tables: ArrayBuffer;
}

/** An archive of packages for Python to import from. */
export interface Add {
  readonly kind: "add";
  readonly name: string;
  readonly archive: ArrayBuffer;
}

/** A call of `package.module.function`. */
export interface Call {
  readonly kind: "call";
  readonly function: string;
  readonly given: readonly Given[];
}

export type Request = Ask | Practice | Complete | Add | Call;

export type ToWorker = Boot | (Request & { readonly id: number });

export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "answer"; readonly id: number; readonly reply: PackedReply }
  | { readonly kind: "practised"; readonly id: number }
  | { readonly kind: "completed"; readonly id: number }
  | { readonly kind: "added"; readonly id: number }
  | { readonly kind: "returned"; readonly id: number; readonly value: Given }
  /** A call ended in an error; the worker goes on. */
  | { readonly kind: "refused"; readonly id: number; readonly why: string }
  /** The worker is of no use any more. */
  | { readonly kind: "failed"; readonly why: string };

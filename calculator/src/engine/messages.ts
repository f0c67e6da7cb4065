/** What passes between the page and the sealed worker. */

/** The reply of `guantong.cli.answer`: exit status, standard output, standard error. */
export interface Reply {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Everything the worker needs; it fetches nothing itself. */
export interface Boot {
  readonly kind: "boot";
  readonly wasm: WebAssembly.Module;
  readonly stdlib: ArrayBuffer;
  readonly rules: ArrayBuffer;
}

export interface Ask {
  readonly kind: "ask";
  readonly id: number;
  readonly command: string;
  readonly text: string;
}

export type ToWorker = Boot | Ask;

export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "answer"; readonly id: number; readonly reply: Reply }
  | { readonly kind: "failed"; readonly why: string };

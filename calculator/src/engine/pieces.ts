/** The files that make up the runtime, named by their content; the build fills this in. */

export interface Piece {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the whole file, in hexadecimal. */
  readonly sha256: string;
  /** How many bytes cross the line, by content encoding, where a host sends the copies that the build packed. */
  readonly sent?: Readonly<Record<string, number>>;
}

/** An archive that only some pages need, and what must be added before it. */
export interface MorePiece extends Piece {
  readonly needs: readonly string[];
}

/** A trimmed wasm and a memory image that belong together, and the tables that this wasm lacks. */
export interface QuickPieces {
  readonly wasm: Piece;
  readonly image: Piece;
  readonly tables: Piece;
}

export interface Pieces {
  readonly wasm: Piece;
  readonly stdlib: Piece;
  readonly rules: Piece;
  readonly worker: Piece;
  /** Null where the build could not make it. */
  readonly quick: QuickPieces | null;
  readonly more: Readonly<Record<string, MorePiece>>;
}

declare const __PIECES__: Pieces | null;

/** @throws Error where the bundle was made without the build that names the files. */
export function pieces(): Pieces {
  if (__PIECES__ === null) throw new Error("this bundle was built without the list of runtime files");
  return __PIECES__;
}

/** The files stand beside the page's own script, wherever the site is published. */
export function addressOf(piece: Piece): string {
  return new URL(piece.name, import.meta.url).href;
}

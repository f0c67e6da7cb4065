/**
 * Where everything of the overpass stands. All coordinates follow from the width: equal rungs share a row, skill levels on
 * the left, titles on the right, so that no road ever crosses another.
 */

export type Size = "tiny" | "narrow" | "wide";

const WIDTH: Readonly<Record<Size, number>> = { tiny: 300, narrow: 358, wide: 720 };

/** Rows from the lowest rung up; honours stand where the left ladder has no rung. */
const ROW: Readonly<Record<string, number>> = {
  skill_3: 0, assistant: 0, skill_2: 1, intermediate: 1, skill_1: 2, associate_senior: 2, honour: 3, senior: 3,
};
const LEFT: ReadonlySet<string> = new Set(["skill_3", "skill_2", "skill_1", "honour"]);
const TOP_ROW = 3;

/** The head of an arrow: length, and half its breadth as a part of that. */
export const ARROW = 9;
const RADIUS = 18;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The line of a road: path data, the tip of its arrow and where that points, the middle for the words. */
export interface Line {
  readonly data: string;
  readonly tip: Point;
  readonly way: Point;
  readonly middle: Point;
  /** Runs between two rungs of one row, where there is room for one line of words only. */
  readonly isLane: boolean;
  /** Runs up one ladder. */
  readonly isClimb: boolean;
}

export class Grid {
  readonly width: number;
  readonly isWide: boolean;
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  readonly height: number;
  /** Size of the words on roads and below names. */
  readonly text: number;
  /** How far a lane lies above or below the middle of its row. */
  readonly lane: number;
  readonly #row: number;
  readonly #top: number;

  constructor(readonly size: Size) {
    this.width = WIDTH[size];
    this.isWide = size === "wide";
    this.nodeWidth = { tiny: 102, narrow: 116, wide: 200 }[size];
    this.nodeHeight = this.isWide ? 66 : 56;
    this.#row = this.isWide ? 126 : 116;
    this.#top = this.isWide ? 40 : 34;
    this.text = this.isWide ? 14 : 12;
    this.lane = this.isWide ? 17 : 15;
    this.height = this.#top + TOP_ROW * this.#row + this.nodeHeight + ARROW;
  }

  /** Left edge of a rung. */
  x(rung: string): number {
    return LEFT.has(rung) ? 0 : this.width - this.nodeWidth;
  }

  /** Middle of a rung. */
  y(rung: string): number {
    return this.#top + (TOP_ROW - (ROW[rung] ?? 0)) * this.#row + this.nodeHeight / 2;
  }

  line(from: string, to: string): Line {
    const rows = (ROW[to] ?? 0) - (ROW[from] ?? 0);
    if (LEFT.has(from) === LEFT.has(to)) return this.#climb(from, to);
    if (rows !== 0) return this.#ramp(from, to, Math.sign(rows));
    const side = from === "honour" ? 0 : LEFT.has(from) ? this.lane : -this.lane;
    return this.#level(from, this.y(from) + side);
  }

  /** Within one row; two lanes pass each other as on a road: titles to skill levels above, the other way below. */
  #level(from: string, y: number): Line {
    const way = LEFT.has(from) ? 1 : -1;
    const [start, end] = way === 1 ? [this.nodeWidth, this.width - this.nodeWidth] : [this.width - this.nodeWidth, this.nodeWidth];
    return {
      data: `M${start} ${y}H${end - way * ARROW}`,
      tip: { x: end, y },
      way: { x: way, y: 0 },
      middle: { x: (start + end) / 2, y },
      isLane: true,
      isClimb: false,
    };
  }

  /** Up one ladder, along its outer edge. */
  #climb(from: string, to: string): Line {
    const x = this.#inset;
    const [start, end] = [this.y(from) - this.nodeHeight / 2, this.y(to) + this.nodeHeight / 2];
    return {
      data: `M${x} ${start}V${end + ARROW}`,
      tip: { x, y: end },
      way: { x: 0, y: -1 },
      middle: { x, y: (start + end) / 2 },
      isLane: false,
      isClimb: true,
    };
  }

  /** Across the gap between two rows, one row up or one row down. */
  #ramp(from: string, to: string, up: number): Line {
    const across = LEFT.has(from) ? 1 : -1;
    const edge = (rung: string): number => (LEFT.has(rung) ? this.nodeWidth - this.#inset : this.width - this.nodeWidth + this.#inset);
    const [x1, x2] = [edge(from), edge(to)];
    const y1 = this.y(from) - (up * this.nodeHeight) / 2;
    const y2 = this.y(to) + (up * this.nodeHeight) / 2;
    const y = (y1 + y2) / 2;
    const bend = RADIUS * across;
    return {
      data:
        `M${x1} ${y1}V${y + up * RADIUS}Q${x1} ${y} ${x1 + bend} ${y}` +
        `H${x2 - bend}Q${x2} ${y} ${x2} ${y - up * RADIUS}V${y2 + up * ARROW}`,
      tip: { x: x2, y: y2 },
      way: { x: 0, y: -up },
      middle: { x: (x1 + x2) / 2, y },
      isLane: false,
      isClimb: false,
    };
  }

  get #inset(): number {
    return this.isWide ? 24 : 14;
  }
}

/** Breadth of a line of text: a Chinese character is one em, anything else a little more than half. */
export function breadth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + (character > "\u2000" ? size : size * 0.58), 0);
}

/** Draws the two ladders (立交桥) from what the rules say of them. Classes only: line, thickness, icon and word carry a state. */

import { PICTURE } from "../words";
import { ARROW, breadth, Grid, type Line, type Point, type Size } from "./grid";
import { shape, type Shape } from "./shape";

export type State = "held" | "past" | "open" | "dated" | "ask" | "shut" | "blank" | "map";

export interface Rung {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  readonly date: string | null;
}

export interface Road {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly says: string;
  readonly state: State;
  readonly date: string | null;
}

export interface Overpass {
  readonly title: string;
  readonly desc: string;
  readonly rungs: readonly Rung[];
  readonly roads: readonly Road[];
}

const ICON: Readonly<Partial<Record<State, string>>> = { held: "pin", open: "ok", dated: "clock", ask: "ask", blank: "dots", shut: "no" };
/** What matters most is drawn last, on top. */
const ORDER: readonly State[] = ["map", "past", "shut", "blank", "ask", "dated", "open"];
const LIVELY: ReadonlySet<State> = new Set<State>(["open", "dated", "ask"]);

/** The picture in one of its three sizes; `id` tells apart the pictures of one page. */
export function overpass({ title, desc, rungs, roads }: Overpass, size: Size, id = "op"): Shape {
  const grid = new Grid(size);
  const name = `${id}-${size}`;
  const lines = [...roads]
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
    .map((road) => ({ road, line: grid.line(road.from, road.to) }));
  return shape(
    "svg",
    {
      class: `op op-${size}`,
      viewBox: `-2 0 ${grid.width + 4} ${grid.height}`,
      role: "img",
      "aria-labelledby": `${name}-t`,
      "aria-describedby": `${name}-d`,
      focusable: "false",
    },
    shape("title", { id: `${name}-t` }, title),
    shape("desc", { id: `${name}-d` }, desc),
    ...ground(grid),
    ...lines.flatMap(({ road, line }) => stroke(road.state, line)),
    ...rungs.map((rung) => sign(grid, rung)),
    ...lines.map(({ road, line }) => label(grid, road, line)),
  );
}

/** The roadbeds: two ladders with their heads, and a deck between each pair of equal rungs. */
function ground(grid: Grid): Shape[] {
  const ladders = ([["skill_1", "skill_3", PICTURE.skills], ["senior", "assistant", PICTURE.titles]] as const).flatMap(([upper, lower, head]) => {
    const x = grid.x(upper);
    const top = grid.y(upper) - grid.nodeHeight / 2;
    const bottom = grid.y(lower) + grid.nodeHeight / 2;
    return [
      shape("rect", { class: "op-road", x: x + 6, y: top - 8, width: grid.nodeWidth - 12, height: bottom - top + 16, rx: 6 }),
      shape("text", { class: "op-head", x: x + grid.nodeWidth / 2, y: top - 14, "text-anchor": "middle" }, head),
    ];
  });
  const decks = ["skill_1", "skill_2", "skill_3"].map((rung) =>
    shape("rect", {
      class: "op-road",
      x: grid.nodeWidth - 10,
      y: grid.y(rung) - grid.lane - 11,
      width: grid.width - 2 * grid.nodeWidth + 20,
      height: 2 * grid.lane + 22,
    }),
  );
  return [...ladders, ...decks];
}

function stroke(state: State, line: Line): Shape[] {
  return [
    shape("path", { class: `op-line op-${state}`, d: line.data }),
    shape("path", { class: `op-arrow op-${state}`, d: arrow(line.tip, line.way, LIVELY.has(state) ? ARROW : 7) }),
  ];
}

function arrow(tip: Point, way: Point, size: number): string {
  const back = { x: tip.x - way.x * size * 1.15, y: tip.y - way.y * size * 1.15 };
  const half = { x: -way.y * size * 0.62, y: -way.x * size * 0.62 };
  const at = (x: number, y: number): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
  return `M${at(tip.x, tip.y)}L${at(back.x + half.x, back.y + half.y)}L${at(back.x - half.x, back.y - half.y)}Z`;
}

/** A rung: its name, and below it what that rung is to the person. */
function sign(grid: Grid, rung: Rung): Shape {
  const { id, name, state } = rung;
  const [x, y] = [grid.x(id), grid.y(id)];
  const word = PICTURE.rung(rung);
  const drawing = id === "honour" && state !== "ask" && state !== "blank" ? undefined : ICON[state];
  const fits = drawing !== undefined && breadth(word, grid.text) + grid.text + 12 < grid.nodeWidth;
  const start = x + (grid.nodeWidth - breadth(word, grid.text) - (fits ? grid.text + 4 : 0)) / 2;
  return shape(
    "g",
    { class: `op-node op-${state}${id === "honour" ? " op-side" : ""}` },
    shape("rect", { x, y: y - grid.nodeHeight / 2, width: grid.nodeWidth, height: grid.nodeHeight, rx: 5 }),
    shape("text", { class: `op-name op-n${grid.isWide ? "w" : "n"}`, x: x + grid.nodeWidth / 2, y: y + (word ? -5 : 5), "text-anchor": "middle" }, name),
    ...(fits ? [glyph(drawing, start, y + 6, grid.text + 1)] : []),
    ...(word ? [shape("text", { class: "op-t", x: start + (fits ? grid.text + 4 : 0), y: y + 7 + grid.text * 0.86 }, word)] : []),
  );
}

function glyph(name: string, x: number, y: number, size: number): Shape {
  return shape("use", { href: `#gi-${name}`, x, y, width: size, height: size });
}

/** The words on a road. On the phone a lane has room for one line, so there a date stands for the years. */
function words(grid: Grid, { label: years, state, date }: Road, { isLane, isClimb }: Line): string[] {
  const when = state === "dated" && date ? PICTURE.from(date) : state === "ask" ? PICTURE.ask : null;
  if (isLane) {
    if (when === null) return [years];
    if (grid.isWide) return [`${years}  ${when}`];
    return [state !== "dated" ? years : grid.size === "tiny" && date !== null ? date : when];
  }
  if (!isClimb || grid.isWide) return when === null ? [years] : [years, when];
  const [step, after] = years.split(/(?=满)/);
  return [step ?? years, when === null || state === "dated" ? (when ?? after ?? "") : when].filter((line) => line !== "");
}

function label(grid: Grid, road: Road, line: Line): Shape {
  const { state } = road;
  const { middle, isLane, isClimb } = line;
  const lines = words(grid, road, line);
  const size = grid.text;
  const longest = Math.max(...lines.map((text) => breadth(text, size)));
  const roomy = grid.size !== "tiny" || lines.length === 1;
  const drawing = roomy && !(isLane && longest > 70 && !grid.isWide) ? ICON[LIVELY.has(state) ? state : "map"] : undefined;
  const indent = drawing === undefined ? 0 : size + 4;
  const width = longest + 16 + indent;
  const height = lines.length * (size + 5) + 7;
  const x = labelStart(grid, line, width, lines.length > 1);
  return shape(
    "g",
    { class: `op-tag op-${state}${isLane && road.from !== "honour" || isClimb ? " op-deck" : ""}` },
    shape("rect", { x, y: middle.y - height / 2, width, height, rx: lines.length > 1 ? 4 : height / 2 }),
    ...(drawing === undefined ? [] : [glyph(drawing, x + 6, middle.y - size / 2 - 0.5, size + 1)]),
    ...lines.map((text, index) =>
      shape(
        "text",
        { class: index > 0 ? "op-t op-b" : "op-t", x: x + 8 + indent, y: middle.y + (index - (lines.length - 1) / 2) * (size + 5) + size * 0.36 },
        text,
      ),
    ),
  );
}

/** Beside the line of a climb, else over the middle; a high label on a ramp keeps clear of the climb at its left. */
function labelStart(grid: Grid, { middle, isLane, isClimb }: Line, width: number, isHigh: boolean): number {
  if (isClimb) return middle.x + 8;
  const start = middle.x - width / 2;
  if (isLane || !isHigh || grid.isWide) return start;
  return Math.max(start, 22 + 4 * grid.text + 16 + (grid.size === "narrow" ? 6 : -14));
}

/** The picture as markup, for the build: reads what `guantong.overpass` says, writes one SVG in one size. */

import type { Size } from "./grid";
import { overpass, type Overpass } from "./overpass";
import { markup } from "./shape";

export function picture(text: string, size: Size, id: string): string {
  return markup(overpass(JSON.parse(text) as Overpass, size, id));
}

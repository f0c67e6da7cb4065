/** Which column means what: proposed by Python, changed here, remembered nowhere. */

import { el, need } from "../dom";
import { SAY } from "./words";

export interface Column {
  readonly header: string;
  readonly field: string;
  readonly samples: readonly string[];
}

export interface FieldName {
  readonly id: string;
  readonly label: string;
}

export interface Opened {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly fields: readonly FieldName[];
}

export function showMapping(place: HTMLElement, opened: Opened, changeSheet: (name: string) => void): void {
  const known = opened.columns.filter((column) => column.field !== "").length;
  need(place, "[data-read]").textContent = SAY.rows(opened.rows, known);
  const sheets = need<HTMLSelectElement>(place, "[data-sheet]");
  sheets.replaceChildren(...opened.sheets.map((name) => el("option", { value: name }, name)));
  sheets.value = opened.sheet;
  sheets.onchange = () => changeSheet(sheets.value);
  need(place, "[data-sheets]").hidden = opened.sheets.length < 2;
  need(place, "[data-columns]").replaceChildren(
    ...opened.columns.map((column, index) => columnRow(column, index, opened.fields)).filter((row) => row !== null),
  );
  place.hidden = false;
}

function columnRow(column: Column, index: number, fields: readonly FieldName[]): HTMLElement | null {
  if (column.header === "" && column.samples.length === 0) return null;
  const id = `gt-column-${index}`;
  const select = el("select", { id, class: "gt-in", "data-column": String(index) }, el("option", { value: "" }, SAY.ignore));
  select.append(...fields.map((field) => el("option", { value: field.id }, field.label)));
  const [plain] = column.field.split("@");
  // A field with a mark (聘任、发证) keeps it as long as the column keeps its field.
  for (const option of select.options) if (option.value === plain && plain !== "") option.value = column.field;
  select.value = column.field;
  const samples = column.samples.length > 0 ? el("span", { class: "gt-meta" }, SAY.samples(column.samples.join("、"))) : null;
  return el("li", { class: column.field === "" ? "is-unused" : "" }, el("label", { for: id }, column.header || SAY.blank), select, samples);
}

/** The fields in the order of the columns. */
export function mappedFields(place: HTMLElement, columns: number): string[] {
  const fields = Array<string>(columns).fill("");
  for (const select of place.querySelectorAll<HTMLSelectElement>("[data-column]")) {
    fields[Number(select.dataset["column"])] = select.value;
  }
  return fields;
}

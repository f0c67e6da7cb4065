/** The answers that stand in the form, in the words of the form, for paper. */

type Row = readonly [string, string];

/** Each answered question with its answer; the questions about one certificate on one line. */
export function answersGiven(form: ParentNode): Row[] {
  const found = new Map<string, string[]>();
  for (const box of form.querySelectorAll<HTMLElement>(".gt-q[data-label]")) {
    if (box.querySelector(".gt-q") !== null) continue;
    const answer = answered(box);
    if (answer === null) continue;
    const list = box.closest("[data-row]")?.querySelector(".gt-row-title")?.textContent?.trim();
    const label = box.dataset["label"] ?? "";
    const name = list ?? label;
    found.set(name, [...(found.get(name) ?? []), list === undefined ? answer : `${label} ${answer}`]);
  }
  return [...found].map(([name, answers]) => [name, answers.join("；")]);
}

function answered(box: HTMLElement): string | null {
  const fields = [...box.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")];
  const radio = fields.find((field) => field instanceof HTMLInputElement && field.type === "radio" && field.checked);
  if (radio !== undefined) return radio.value === "" ? null : (radio.closest("label")?.textContent?.trim() ?? radio.value);
  const texts = fields.filter((field) => field instanceof HTMLSelectElement || !["radio", "checkbox", "hidden", "button"].includes(field.type));
  const values = texts.map((field) => (field instanceof HTMLSelectElement && field.value !== "" ? (field.selectedOptions[0]?.textContent ?? "") : field.value).trim());
  const words = values.filter((value) => value !== "").map((value) => (/^\d$/.test(value) && texts.length > 1 ? `0${value}` : value)).join("-");
  return words === "" ? null : words;
}

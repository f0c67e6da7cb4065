/** Files in and out: chosen, dropped, pasted; saved under a name. Nothing is kept. */

import { need } from "../dom";

/** Calls `take` with the bytes of a file that is chosen, dropped or pasted inside `box`. */
export function filesFrom(box: HTMLElement, take: (data: Uint8Array<ArrayBuffer>, name: string) => void): void {
  const input = need<HTMLInputElement>(box, "input[type=file]");
  const read = async (file: File | null | undefined): Promise<void> => {
    if (file) take(new Uint8Array(await file.arrayBuffer()), file.name);
  };
  input.addEventListener("change", () => {
    void read(input.files?.[0]).then(() => (input.value = ""));
  });
  const drop = need(box, "[data-drop]");
  for (const kind of ["dragover", "dragenter"] as const) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("is-over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("is-over");
    void read(event.dataTransfer?.files[0]);
  });
  const pasted = box.querySelector<HTMLTextAreaElement>("textarea");
  box.querySelector("[data-act=paste]")?.addEventListener("click", () => {
    if (pasted && pasted.value.trim() !== "") take(new TextEncoder().encode(pasted.value), "");
  });
}

const TYPES: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv",
};

/** Hands a file to the browser to save. */
export function save(data: Uint8Array<ArrayBuffer>, name: string): void {
  const type = TYPES[name.split(".").pop() ?? ""] ?? "application/octet-stream";
  const address = URL.createObjectURL(new Blob([data], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

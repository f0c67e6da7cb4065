// @ts-check
// Small helps for every page; everything can be read and reached without them.

/**
 * @param {string} label
 * @param {() => string} words what to copy
 * @param {HTMLElement} told where it is said what was copied
 * @returns {HTMLButtonElement}
 */
function copyButton(label, words, told) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "gt-small";
  button.textContent = label;
  button.addEventListener("click", async () => {
    const copied = words();
    try {
      await navigator.clipboard.writeText(copied);
      told.textContent = `已复制：${copied}`;
    } catch {
      told.textContent = `没能复制，请自己选取：${copied}`;
    }
  });
  return button;
}

/** Each clause of the policy gets “copy link” and “copy citation”. */
function offerCopies() {
  if (!navigator.clipboard) return;
  for (const clause of document.querySelectorAll(".gt-clause[data-cite]")) {
    const link = clause.querySelector("a.no");
    const law = [...clause.querySelectorAll(".law")].map((part) => part.textContent?.trim()).join("");
    if (!(link instanceof HTMLAnchorElement) || !law) continue;
    const acts = document.createElement("div");
    acts.className = "acts";
    const told = document.createElement("span");
    told.className = "told";
    told.setAttribute("role", "status");
    acts.append(
      copyButton("复制链接", () => link.href, told),
      copyButton("复制引用", () => `${clause.getAttribute("data-cite")}：“${law}”`, told),
      told,
    );
    clause.append(acts);
  }
}

/**
 * The explanation below the clause in which the term stands.
 * @param {HTMLAnchorElement} term
 */
function explanation(term) {
  const entry = document.getElementById(term.hash.slice(1));
  const note = document.createElement("p");
  note.className = "gt-explains";
  note.id = `${term.closest("[data-statement]")?.id}-${entry?.id}`;
  note.append(`${entry?.textContent}：`, ...(entry?.nextElementSibling?.cloneNode(true).childNodes ?? []));
  note.hidden = true;
  term.closest(".law")?.after(note);
  term.setAttribute("aria-controls", note.id);
  return note;
}

/** A term of the policy is explained below its clause when it is tapped; without this it leads to the list of terms. */
function explainTerms() {
  /** @type {Map<Element, HTMLElement>} */
  const notes = new Map();
  /** @param {Event} event */
  const toggle = (event) => {
    const term = event.target instanceof Element ? event.target.closest("a.gt-term") : null;
    if (!(term instanceof HTMLAnchorElement) || (event instanceof KeyboardEvent && event.key !== " ")) return;
    event.preventDefault();
    const note = notes.get(term) ?? explanation(term);
    notes.set(term, note);
    note.hidden = !note.hidden;
    term.setAttribute("aria-expanded", String(!note.hidden));
  };
  for (const term of document.querySelectorAll("a.gt-term")) {
    term.setAttribute("role", "button");
    term.setAttribute("aria-expanded", "false");
  }
  document.addEventListener("click", toggle);
  document.addEventListener("keydown", toggle);
}

/** Buttons that print the page show only where they can work. */
function offerPrint() {
  for (const place of document.querySelectorAll("[data-print]")) {
    if (place instanceof HTMLElement) place.hidden = false;
    place.querySelector("button")?.addEventListener("click", () => window.print());
  }
}

offerCopies();
explainTerms();
offerPrint();

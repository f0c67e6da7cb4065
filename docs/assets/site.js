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

/** A term of the policy is explained below its clause when it is tapped; without this it leads to the list of terms. */
function explainTerms() {
  for (const term of document.querySelectorAll("a.gt-term")) {
    if (!(term instanceof HTMLAnchorElement)) continue;
    const entry = document.getElementById(term.hash.slice(1));
    const place = term.closest(".law");
    if (!entry?.nextElementSibling || !place) continue;
    const note = document.createElement("p");
    note.className = "gt-explains";
    note.id = `${place.parentElement?.querySelector("[data-statement]")?.id}-${entry.id}`;
    note.hidden = true;
    note.append(`${entry.textContent}：`, ...[...entry.nextElementSibling.cloneNode(true).childNodes]);
    place.after(note);
    term.setAttribute("role", "button");
    term.setAttribute("aria-expanded", "false");
    term.setAttribute("aria-controls", note.id);
    const toggle = () => {
      note.hidden = !note.hidden;
      term.setAttribute("aria-expanded", String(!note.hidden));
    };
    term.addEventListener("click", (event) => {
      event.preventDefault();
      toggle();
    });
    term.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        toggle();
      }
    });
  }
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

// @ts-check
// Two small helps for every page; everything works without them.

/**
 * The theme's search listens to keys only. Text that arrives otherwise (input method, paste, voice) is passed on.
 */
function passOnTypedText() {
  const box = document.querySelector("[data-md-component=search-query]");
  box?.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));
}

/**
 * @param {string} label
 * @param {() => string} words what to copy
 * @returns {HTMLButtonElement}
 */
function copyButton(label, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "gt-small";
  button.textContent = label;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(words());
      button.textContent = "已复制";
    } catch {
      button.textContent = "没能复制";
    }
    setTimeout(() => { button.textContent = label; }, 2000);
  });
  return button;
}

/** Each clause of the policy gets “copy link” and “copy citation”. */
function offerCopies() {
  if (!navigator.clipboard) return;
  for (const clause of document.querySelectorAll(".gt-clause")) {
    const link = clause.querySelector("a.no");
    const law = [...clause.querySelectorAll(".law")].map((part) => part.textContent?.trim()).join("");
    if (!(link instanceof HTMLAnchorElement) || !law) continue;
    const acts = document.createElement("div");
    acts.className = "acts";
    acts.append(
      copyButton("复制链接", () => link.href),
      copyButton("复制引用", () => `武人社规〔2022〕2号 ${link.textContent}：“${law}”`),
    );
    clause.querySelector(".law")?.before(acts);
  }
}

passOnTypedText();
offerCopies();

// @ts-check
// The embedded calculator tells the page around it how high it is, so that the frame can fit, and nothing else.
// Its links open beside the frame, except those to another place of the calculator itself.

const tell = () => {
  if (window.parent === window) return;
  window.parent.postMessage({ height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
};
new ResizeObserver(tell).observe(document.body);
tell();

document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (link instanceof HTMLAnchorElement && !link.getAttribute("href")?.startsWith("#")) link.target = "_blank";
}, true);

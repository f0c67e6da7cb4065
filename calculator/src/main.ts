/** Mounts the calculator where its form stands, once, also when the theme swaps pages without loading. */

import { Calculator } from "./calculator";

interface ThemePages {
  subscribe(listener: () => void): unknown;
}

function mount(): void {
  const root = document.getElementById("gt-calc");
  if (root === null || root.dataset["mounted"] !== undefined) return;
  root.dataset["mounted"] = "";
  new Calculator(root);
}

const pages = (window as { document$?: ThemePages }).document$;
if (pages) pages.subscribe(mount);
mount();

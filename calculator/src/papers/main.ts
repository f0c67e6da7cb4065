/** Mounts the pages for lists and forms where their parts stand, once, also when the theme swaps pages without loading. */

import { CheckPage } from "./check";
import { ListPage } from "./list";
import { SheetPage } from "./sheet";

const PAGES: Readonly<Record<string, new (root: HTMLElement) => unknown>> = { "gt-list": ListPage, "gt-annex1": CheckPage, "gt-annex2": SheetPage };

interface ThemePages {
  subscribe(listener: () => void): unknown;
}

function mount(): void {
  for (const [id, Page] of Object.entries(PAGES)) {
    const root = document.getElementById(id);
    if (root === null || root.dataset["mounted"] !== undefined) continue;
    root.dataset["mounted"] = "";
    new Page(root);
  }
}

const pages = (window as { document$?: ThemePages }).document$;
if (pages) pages.subscribe(mount);
mount();

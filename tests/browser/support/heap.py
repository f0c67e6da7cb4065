"""What is left in a page's memory."""

from __future__ import annotations

import json

from playwright.sync_api import Page


def strings_of(page: Page) -> str:
    """Every string in a snapshot of the page's heap, after a collection."""
    session = page.context.new_cdp_session(page)
    chunks: list[str] = []
    session.on("HeapProfiler.addHeapSnapshotChunk", lambda event: chunks.append(event["chunk"]))
    session.send("HeapProfiler.enable")
    session.send("HeapProfiler.collectGarbage")
    session.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
    session.detach()
    return "\n".join(json.loads("".join(chunks))["strings"])


def is_forgotten(page: Page, *words: str) -> bool:
    """True once no string in the heap holds any of the words; what is under way gets some collections to end."""
    for _ in range(10):
        held = strings_of(page)
        if not any(word in held for word in words):
            return True
        page.wait_for_timeout(500)
    return False


def sealed_workers(page: Page) -> list[str]:
    """Workers that Python may run in; the theme has one of its own for its search."""
    return [worker.url for worker in page.workers if worker.url.startswith("blob:")]


def has_no_worker(page: Page) -> bool:
    """True once the browser reports the end of the last one: it does so a moment after the page ended it."""
    for _ in range(50):
        if not sealed_workers(page):
            return True
        page.wait_for_timeout(100)
    return False

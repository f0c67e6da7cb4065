"""The pages for lists and forms as a visitor uses them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

READY_MS = 60_000


class ListPage:
    """名单核对, opened."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        page.goto(f"{site}list/")
        self.root = page.locator("#gt-list")

    def read(self, data: bytes, name: str = "名单.xlsx") -> None:
        """Choose a file and wait for its columns."""
        give(self.page, data, name)
        expect(self.root.locator("[data-mapping]")).to_be_visible(timeout=READY_MS)

    def start(self, people: int) -> None:
        """Assess everybody."""
        self.root.get_by_role("button", name="开始核对").click()
        expect(self.root).to_have_attribute("data-answered", str(people), timeout=READY_MS)

    def person(self, name: str) -> Locator:
        return self.root.locator(".gt-people tbody tr").filter(has_text=name)

    def saved(self, button: str, folder: Path) -> Path:
        """What a button gives to save."""
        return saved(self.page, self.root, button, folder)


def give(page: Page, data: bytes, name: str = "附件1.xlsx") -> None:
    """Choose a file that was never on a disk."""
    page.set_input_files(
        "[data-choose] input[type=file]",
        {"name": name, "mimeType": "application/octet-stream", "buffer": data},
    )


def saved(page: Page, root: Locator, button: str, folder: Path) -> Path:
    """What a button of a page gives to save."""
    with page.expect_download(timeout=READY_MS) as download:
        root.get_by_role("button", name=button, exact=True).click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target

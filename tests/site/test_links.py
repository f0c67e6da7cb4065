"""Every link leads somewhere, nothing comes from elsewhere, and a published address stays."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.helpers.page import Page

HERE = "https://site.example/some/section/"
ADDRESSES = (Path(__file__).parent / "addresses.txt").read_text("utf-8").split()


def inside(page: str, link: str) -> str | None:
    """The link as an address relative to the site, or None when it leads outside by name."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    return urljoin(HERE + page, link)


def exists(pages: dict[str, Page], site: Path, address: str) -> bool:
    """Whether the site has this address, with its anchor. Parameters of the calculator and of the search are no anchors."""
    bare, _, anchor = unquote(address).partition("#")
    if bare not in pages:
        return (site / bare).is_file()
    return not anchor or anchor in pages[bare].ids or (bare in ("calc/", "search/") and "=" in anchor)


def test_internal_links_and_anchors_resolve(pages: dict[str, Page], site_dir: Path) -> None:
    lost: list[str] = []
    for name, page in pages.items():
        if name == "404.html":
            continue
        for link in page.links:
            address = inside(name, link)
            if address is None:
                continue
            if not (address.startswith(HERE) and exists(pages, site_dir, address.removeprefix(HERE))):
                lost.append(f"{name} → {link}")
    assert lost == []


def test_ids_are_unique_and_ascii(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), (name, [i for i in page.ids if page.ids.count(i) > 1])
        assert [i for i in page.ids if not i.isascii()] == [], name


def test_nothing_is_loaded_from_another_host(pages: dict[str, Page], site_dir: Path) -> None:
    for name, page in pages.items():
        for load in page.loads:
            assert not urlsplit(load).netloc, (name, load)
            if not load.startswith("data:"):
                address = urljoin(HERE + name, load).removeprefix(HERE)
                assert (site_dir / urlsplit(address).path).is_file(), (name, load)


def test_style_sheets_load_nothing_from_elsewhere(site_dir: Path) -> None:
    for sheet in site_dir.rglob("*.css"):
        assert "url(http" not in sheet.read_text("utf-8"), sheet.name
        assert "url(//" not in sheet.read_text("utf-8"), sheet.name


def test_only_the_addresses_that_the_policy_prints_lead_outside(pages: dict[str, Page]) -> None:
    outside = {link for page in pages.values() for link in page.links if urlsplit(link).netloc}
    assert outside == {"http://www.whptc.org"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_published_address_stays(pages: dict[str, Page], site_dir: Path, address: str) -> None:
    assert exists(pages, site_dir, "" if address == "." else address)


def test_pages_say_their_language_and_title(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert page.lang == "zh-CN", name
        assert page.title.strip(), name


def test_no_page_is_in_two_places(pages: dict[str, Page]) -> None:
    titles = [page.title for page in pages.values()]
    assert len(titles) == len(set(titles))

"""For sites that link here: the link builder, its QR codes, and the embedded calculator that tells its height and nothing else."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.helpers.waiting import wait_until

OUTER = """<!doctype html><html lang="zh-CN"><title>外面的网页</title><script>
window.told = []; addEventListener("message", ({data, origin}) => window.told.push({data, origin}));
</script><iframe src="ADDRESS" title="贯通计算" width="380" height="900"></iframe>"""


def test_a_link_to_a_clause_is_built_with_preview_and_codes(chromium: Browser, section_url: str) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{section_url}links/")
    builder = page.locator("[data-link-builder]")
    builder.locator("[data-where]").select_option("policy/#s3-2-2")
    assert builder.locator("[data-out]").input_value() == f"{section_url}policy/#s3-2-2"
    assert "满3年" in (builder.locator("[data-shown]").text_content() or "")
    assert builder.locator("[data-code] svg path").count() == 2
    png = builder.locator("[data-png]").get_attribute("href") or ""
    assert base64.b64decode(png.removeprefix("data:image/png;base64,")).startswith(b"\x89PNG")
    assert (builder.locator("[data-svg]").get_attribute("href") or "").startswith("data:image/svg+xml")
    page.close()


def test_a_filled_calculator_is_built_and_opens(chromium: Browser, section_url: str) -> None:
    page = chromium.new_page()
    page.goto(f"{section_url}links/")
    page.locator("select[name='titles.0.level']").select_option("assistant")
    page.locator("input[name='titles.0.obtained']").fill("2023-05-01")
    link = page.locator("[data-out]").input_value()
    assert link == f"{section_url}calc/#titles.0.level=assistant&titles.0.obtained=2023-05-01"
    assert page.locator("[name='birth_date']").count() == 0
    page.close()


@contextmanager
def framing(
    chromium: Browser, site_url: str, monkeypatch: pytest.MonkeyPatch, *, listed: bool
) -> Iterator[Page]:
    """A page of another site that frames the embedded calculator; the publisher of ours named it, or another one."""
    body = OUTER.replace("ADDRESS", f"{site_url}embed/#titles.0.level=assistant&titles.0.obtained=2023-05-01")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as outer:
        port = outer.server_address[1] if listed else 9
        monkeypatch.setenv("EMBEDDED_BY", f"http://localhost:{port}")
        thread = Thread(target=outer.serve_forever, daemon=True)
        thread.start()
        page = chromium.new_page(viewport={"width": 400, "height": 900})
        page.goto(f"http://localhost:{outer.server_address[1]}/")
        yield page
        page.close()
        outer.shutdown()
        thread.join()


@pytest.fixture
def framed(chromium: Browser, site_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    with framing(chromium, site_url, monkeypatch, listed=True) as page:
        yield page


def test_a_site_that_is_not_on_the_list_frames_nothing(
    chromium: Browser, site_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with framing(chromium, site_url, monkeypatch, listed=False) as page:
        page.wait_for_timeout(2000)
        assert page.frame_locator("iframe").locator(".gt-calc").count() == 0
        assert told(page) == []


def told(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("window.told")
    return found


def test_the_embedded_calculator_tells_its_height_and_nothing_else(framed: Page, site_url: str) -> None:
    frame = framed.frame_locator("iframe")
    frame.locator("[data-answer] .gt-answer").first.wait_for(timeout=60_000)
    wait_until(framed, "window.told.length > 0")
    before = len(told(framed))
    frame.locator("summary:visible").first.click()
    wait_until(framed, f"window.told.length > {before}")
    messages = told(framed)
    assert {message["origin"] for message in messages} == {site_url.rstrip("/")}
    assert all(set(message["data"]) == {"height"} for message in messages)
    assert all(isinstance(message["data"]["height"], int) for message in messages)
    assert frame.locator(".md-header").count() == 0

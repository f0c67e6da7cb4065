"""Every page carries the strictest policy it works under, before anything that loads, and names what it loads by hash."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from site_build.content_policy import UnconfinedPageError, confine, policy_in
from site_build.integrity import integrity
from site_build.paths import CALCULATOR

_LOADS = re.compile(r"<(?:script|link|img|iframe|style)\b")
_LOADED = re.compile(r'<(script|link)\b[^>]*?(?:src|href)="([^"]+)"[^>]*>')


@pytest.fixture(scope="module")
def texts(site_dir: Path) -> dict[str, str]:
    """Address of each page → its HTML."""
    return {
        page.relative_to(site_dir).as_posix(): page.read_text("utf-8") for page in site_dir.rglob("*.html")
    }


def directives(text: str) -> dict[str, list[str]]:
    """The policy in a page: directive → sources."""
    written = policy_in(text)
    assert written
    return {name: rest for name, *rest in (part.split() for part in written.split("; "))}


def test_the_policy_stands_before_anything_that_loads(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        first = _LOADS.search(text)
        assert first, name
        assert text.index('http-equiv="Content-Security-Policy"') < first.start(), name


def test_no_page_allows_inline_code_evaluation_or_another_host(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        rules = directives(text)
        assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == ["'none'"]
        sources = {source for listed in rules.values() for source in listed}
        strange = {source for source in sources if not source.startswith("'sha256-")}
        assert strange <= {"'none'", "'self'", "data:", "blob:", "'wasm-unsafe-eval'"}, name
        assert not {"data:", "blob:"} & set(rules["script-src"]), name


def test_only_pages_that_calculate_may_start_it(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        calculates = f"{CALCULATOR}/" in text
        rules = directives(text)
        assert ("'wasm-unsafe-eval'" in rules["script-src"]) == calculates, name
        workers = ["'self'", "blob:"] if name == "calc/index.html" else ["blob:"]  # it offers to work offline
        assert rules.get("worker-src") == (workers if calculates else None), name


def test_scripts_and_styles_are_checked_byte_by_byte(site_dir: Path, texts: dict[str, str]) -> None:
    checked = 0
    for name, text in texts.items():
        for match in _LOADED.finditer(text):
            if match[1] == "link" and not re.search(r'rel="(stylesheet|modulepreload)"', match[0]):
                continue
            file = site_dir / urljoin(f"/{name}", match[2]).lstrip("/")
            assert f'integrity="{integrity(file.read_bytes())}"' in match[0], (name, match[0])
            checked += 1
    assert checked > 4 * len(texts) - 10


def test_nothing_is_styled_or_wired_inline(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        assert not re.search(r"<[a-z][^>]*\s(?:style|on[a-z]+)=", text), name


def test_a_page_without_a_place_for_the_policy_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "bare.html").write_text("<!doctype html><title>no charset</title>", "utf-8")
    with pytest.raises(UnconfinedPageError, match=r"bare\.html"):
        confine(tmp_path)

"""nginx and Caddy, run for real with the configurations that the build makes, send what the site needs."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from site_build.content_policy import policy_in
from site_build.hosts.headers import (
    ASK_EACH_TIME,
    COMMON,
    FOR_EVER,
    SERVICE_WORKER,
    SERVICE_WORKER_POLICY,
    TYPES,
    file_policy,
    page_policy,
)
from site_build.paths import CALCULATOR
from tests.helpers.page import Page


@dataclass
class Answer:
    """One answer of a server."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(host: str, path: str, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
    """Ask the server; header names come back in lower case."""
    where = urlsplit(host)
    connection = HTTPConnection(where.hostname or "", where.port or 80)
    connection.request(method, f"/{path}", headers=dict(headers or {}))
    answer = connection.getresponse()
    found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    connection.close()
    return found


def test_every_page_has_its_own_policy_as_header(host: str, site_dir: Path) -> None:
    for page in sorted(site_dir.rglob("*.html")):
        path = page.relative_to(site_dir).as_posix()
        written = policy_in(page.read_text("utf-8"))
        assert written
        for address in {path, path.removesuffix("index.html")}:
            answer = ask(host, address)
            assert answer.status == 200
            assert answer.headers["content-security-policy"] == page_policy(written, path), address
            assert answer.headers["content-type"].lower() == TYPES[".html"]
            assert answer.headers["cache-control"] == ASK_EACH_TIME


def test_the_common_headers_stand_on_every_answer(host: str, calculator_files: list[str]) -> None:
    for path in ("", "nowhere/", "search/index.json", *calculator_files):
        headers = ask(host, path).headers
        assert {name: headers.get(name.lower()) for name in COMMON} == COMMON, path


def test_files_get_their_type_the_tightest_policy_and_their_time(host: str, site_dir: Path) -> None:
    seen: set[str] = set()
    for file in sorted(site_dir.rglob("*")):
        if file.suffix not in TYPES or file.suffix == ".html":
            continue
        path = file.relative_to(site_dir).as_posix()
        answer = ask(host, path)
        assert answer.headers["content-type"].lower().replace("; ", ";") == TYPES[file.suffix].replace(
            "; ", ";"
        ), path
        assert answer.headers["content-security-policy"] == file_policy(f"/{path}"), path
        seen.add(answer.headers["cache-control"])
    assert seen == {ASK_EACH_TIME, FOR_EVER}


def test_what_the_pages_load_is_kept_for_ever_and_the_index_of_the_search_is_not(
    host: str, site_dir: Path, calculator_files: list[str]
) -> None:
    loads = {path for page in site_dir.glob("*/index.html") for path in Page.read(page).loads}
    named = [path.removeprefix("../") for path in loads if path.endswith((".js", ".css"))]
    assert len(named) > 5
    for path in (*named, *calculator_files):
        assert ask(host, path).headers["cache-control"] == FOR_EVER, path
    assert ask(host, "search/index.json").headers["cache-control"] == ASK_EACH_TIME


def test_an_unchanged_page_is_not_sent_again(host: str) -> None:
    first = ask(host, "policy/")
    again = ask(host, "policy/", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


def test_what_is_not_there_gets_the_page_for_it(host: str) -> None:
    answer = ask(host, "nowhere/at/all")
    assert answer.status == 404
    assert "没有这个页面" in answer.body.decode("utf-8")
    assert answer.headers["cache-control"] == ASK_EACH_TIME
    assert "script-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent_to_the_server(host: str, method: str) -> None:
    assert ask(host, "calc/", method).status == 405


def test_an_address_without_its_last_stroke_leads_on(host: str) -> None:
    answer = ask(host, "policy")
    assert answer.status in (301, 308)
    assert answer.headers["location"] in ("/policy/", "policy/")


def test_a_compressed_copy_beside_the_file_is_sent(host: str, packed: Path) -> None:
    answer = ask(host, "policy/", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == (packed / "policy/index.html").read_bytes()
    assert answer.body == (packed / "policy/index.html.gz").read_bytes()
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert ask(host, "policy/").body == (packed / "policy/index.html").read_bytes()


@pytest.fixture
def calculator_files(site_dir: Path) -> list[str]:
    """What the calculator loads."""
    folder = site_dir / CALCULATOR
    return [
        f"{CALCULATOR}/{path.name}" for path in folder.iterdir() if not path.name.startswith("manifest.json")
    ]


def test_the_service_worker_may_ask_this_site_and_is_asked_for_each_time(host: str) -> None:
    answer = ask(host, str(SERVICE_WORKER))
    assert answer.headers["content-security-policy"] == SERVICE_WORKER_POLICY
    assert answer.headers["cache-control"] == ASK_EACH_TIME

"""The little server sends right types and headers, and the site's own page for what isn't there."""

from __future__ import annotations

from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from site_build import serve
from site_build.content_policy import HEADER_ONLY
from site_build.hosts.headers import ASK_EACH_TIME


def head(address: str) -> dict[str, str]:
    """The headers of an answer, names in lower case."""
    with urlopen(address) as answer:
        return {name.lower(): value for name, value in answer.headers.items()}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("policy/", "text/html; charset=utf-8"),
        ("assets/icon.svg", "image/svg+xml"),
        ("search/index.json", "application/json; charset=utf-8"),
        ("assets/calculator/manifest.json", "application/json; charset=utf-8"),
    ],
)
def test_types(site_url: str, path: str, kind: str) -> None:
    headers = head(site_url + path)
    assert headers["content-type"] == kind
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == ASK_EACH_TIME
    assert headers["content-security-policy"].endswith(HEADER_ONLY)


@pytest.mark.parametrize("path", ["nowhere/", "policy/nowhere", "../etc/passwd"])
def test_what_is_not_there(site_url: str, path: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(site_url + path)
    assert refused.value.code == 404
    assert "没有这个页面" in refused.value.read().decode("utf-8")


def test_outside_the_section_is_nothing(section_url: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(section_url.replace("/some/section/", "/policy/"))
    assert refused.value.code == 404
    assert head(section_url)["content-type"].startswith("text/html")


def test_a_taken_port_is_said_in_a_sentence(
    site_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    port = str(urlsplit(site_url).port)
    monkeypatch.setattr("sys.argv", ["serve", "--port", port])
    with pytest.raises(SystemExit):
        serve.main()
    assert f"port {port} can't be used" in capsys.readouterr().err

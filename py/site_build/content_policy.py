"""The content security policy of every page, computed from the built HTML itself.

A page may run the scripts of this site and the theme's few inline ones, which are named by their hash. A page that loads
the calculator may also compile WebAssembly and start the sealed worker; a page to read may not. The policy stands in the
page as a ``<meta>``, before anything that loads, so that it holds on hosts that can't send headers; hosts that can send
the same policy as a header (``site_build.hosts``), read from that ``<meta>``.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from site_build.paths import CALCULATOR

_CHARSET = '<meta charset="utf-8">'
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.S)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.S)
_DATA = ("application/json", "application/ld+json")  #: script elements that hold data and never run

#: Only a header can say this; in a ``<meta>`` browsers pass over it.
HEADER_ONLY = "frame-ancestors 'none'"


class UnconfinedPageError(Exception):
    """A page has no place for the policy, or would run what the policy can't name."""


def confine(site: Path) -> None:
    """Put the policy into every page of the built site."""
    texts = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    scripts = _hashes(body for text in texts.values() for body in _inline_scripts(text))
    styles = _hashes(body for text in texts.values() for body in _STYLE.findall(text))
    for path, text in texts.items():
        if _CHARSET not in text or _META.search(text):
            raise UnconfinedPageError(f"{path.relative_to(site)} has no place for the policy")
        content = policy(
            scripts,
            styles,
            calculates=f"{CALCULATOR}/" in text,
            frames="<iframe" in text,
            keeps="data-offline=" in text,
        )
        meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
        path.write_text(text.replace(_CHARSET, _CHARSET + meta, 1), "utf-8")


def policy(
    scripts: Iterable[str],
    styles: Iterable[str],
    *,
    calculates: bool,
    frames: bool = False,
    keeps: bool = False,
) -> str:
    """The policy of a page. ``scripts`` and ``styles`` are sources such as ``'sha256-…'``.

    A page that ``keeps`` may register the service worker, whose script is a file of this site.
    """
    wasm = ["'wasm-unsafe-eval'"] if calculates else []
    parts = [
        "default-src 'none'",
        " ".join(["script-src 'self'", *wasm, *scripts]),
        " ".join(["style-src 'self'", *styles]),
        "img-src 'self' data:" + (" blob:" if calculates else ""),
        "connect-src 'self'",
        *(["worker-src 'self' blob:" if keeps else "worker-src blob:"] if calculates else []),
        "manifest-src 'self'",
        *(["frame-src 'self'"] if frames else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(parts)


def policy_in(page: str) -> str | None:
    """The policy that stands in a page, or None."""
    found = _META.search(page)
    return found[1] if found else None


def source_hash(body: str) -> str:
    """The source expression that allows exactly this inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"


def _hashes(bodies: Iterable[str]) -> list[str]:
    return sorted({source_hash(body) for body in bodies})


def _inline_scripts(text: str) -> list[str]:
    return [
        body
        for attributes, body in _SCRIPT.findall(text)
        if " src=" not in attributes and not any(kind in attributes for kind in _DATA)
    ]

"""The text as received, to download: the file, its size and its checksum."""

from __future__ import annotations

import hashlib

from guantong.policy import source_text
from site_build.html import element, link, text
from site_build.paths import STAGE

NAME = "source.txt"
FOLDER = STAGE / "policy"


def place() -> None:
    """Put the file and its checksum, in the form that ``sha256sum -c`` reads, beside the policy page."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / NAME).write_bytes(_data())
    (FOLDER / f"{NAME}.sha256").write_text(f"{checksum()}  {NAME}\n", "utf-8")


def checksum() -> str:
    """SHA-256 of the file in hexadecimal digits."""
    return hashlib.sha256(_data()).hexdigest()


def download() -> str:
    """Link, size and checksum as a list."""
    size = f"{len(_data()) / 1000:.0f} KB"
    rows = (
        ("文件", link(NAME, "下载原文文本", download="") + text(f"（{size}，UTF-8）")),
        ("SHA-256", element("code", checksum())),
        ("校验文件", link(f"{NAME}.sha256", f"{NAME}.sha256")),
    )
    return element(
        "dl", "".join(element("dt", name) + element("dd", content) for name, content in rows), class_="gt-doc"
    )


def _data() -> bytes:
    return source_text().encode("utf-8")

"""Stage the pages as plain files: copy docs/, put what is generated where a page asks for it.

A page asks with a line such as ``{{ policy }}``. What stands under a name is made by the function
registered in ``__main__``; a name nobody knows is an error. Templates, records of decisions and lists that pages are made
from are not pages.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

NOT_PAGES = ("overrides", "decisions", "glossary.tsv")
_SLOT = re.compile(r"\{\{ ([a-z0-9_]+) \}\}")

Part = Callable[[], str]


class UnknownPartError(Exception):
    """A page asks for something nobody makes."""


def stage(docs: Path, target: Path) -> None:
    """Copy the pages and files of ``docs`` to ``target``, which is emptied first."""
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(docs, target, ignore=_not_pages(docs))


def fill_pages(target: Path, parts: dict[str, Part]) -> None:
    """Put what is generated into the pages that ask for it."""
    for page in sorted(target.rglob("*.md")):
        page.write_text(fill(page.read_text("utf-8"), parts, page.name), "utf-8")


def fill(page: str, parts: dict[str, Part], name: str) -> str:
    """The page with every slot filled."""

    def made(match: re.Match[str]) -> str:
        part = match[1]
        if part not in parts:
            raise UnknownPartError(f"{name} asks for “{part}”; known: {', '.join(sorted(parts))}")
        return parts[part]()

    return _SLOT.sub(made, page)


def _not_pages(docs: Path) -> Callable[[str, list[str]], list[str]]:
    def ignored(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder) == docs and name in NOT_PAGES]

    return ignored

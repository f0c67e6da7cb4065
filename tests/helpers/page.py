"""A page of the built site as a flat record: its ids, links, loads and the words of marked elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_NOT_LOADED = frozenset(("canonical", "prev", "next", "alternate"))
_LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src"}


@dataclass
class Marked:
    """An element with ``data-statement``: its number, id, tag, words and the tags in it."""

    statement: str
    id: str
    tag: str
    words: str = ""
    tags: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """Read with ``Page.read(path)``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lang = ""
        self.title = ""
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.headings: list[str] = []
        self.marked: list[Marked] = []
        self._stack: list[tuple[str, Marked | None]] = []

    @classmethod
    def read(cls, path: Path) -> Page:
        """Parse the file."""
        page = cls()
        page.feed(path.read_text("utf-8"))
        page.close()
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids, links, loads; open a marked element."""
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang = given.get("lang", "")
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        self._note_loads(tag, given)
        for _, outer in self._stack:
            if outer is not None:
                outer.tags.append(tag)
        mark = None
        if "data-statement" in given:
            mark = Marked(given["data-statement"], given.get("id", ""), tag)
            self.marked.append(mark)
        if tag not in VOID:
            self._stack.append((tag, mark))

    def handle_endtag(self, tag: str) -> None:
        """Close up to the tag."""
        while self._stack:
            if self._stack.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        """Words go to the title and to every open marked element."""
        if self._stack and self._stack[-1][0] == "title":
            self.title += data
        for _, mark in self._stack:
            if mark is not None:
                mark.words += data

    def _note_loads(self, tag: str, given: dict[str, str]) -> None:
        name = _LOADS.get(tag)
        if name and given.get(name):
            self.loads.append(given[name])
        if tag == "link" and not _NOT_LOADED & set(given.get("rel", "").split()):
            self.loads.append(given.get("href", ""))

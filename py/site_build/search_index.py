"""The search index: every clause, reading and term, and the sections of the other pages, as one small file.

What people say for what the text says stands in ``docs/search.tsv``; the names of titles come from the rules. How entries
are ranked is decided in ``docs/assets/find.js``, which the page and the tests share.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from guantong.policy import DOCUMENT, statements
from guantong.readings import READINGS
from guantong.titles import LEVEL_NAMES, NAMES, level_of
from site_build.citation_form import place
from site_build.paths import DOCS
from site_build.plain import plain
from site_build.terms import plain_words, terms

Entry = dict[str, Any]

FILE = "search/index.json"
#: of a reading and of a section of a page, so many characters are kept: enough to find it and to show a line
_KEPT = 60
_RANK = {"rule": 2, "judgement": 1, "information": 0}
#: pages whose sections are not entries: they are entries one by one, or nothing to find
_APART = (
    "policy/",
    "readings/",
    "glossary/",
    "calc/",
    "search/",
    "404.html",
    "embed/",
    "people/",
    "proof/",
    "rules/",
)
#: pages that are found as a whole: their sections have the same names on each, or are figures
_WHOLE = ("guide-", "speed/")
#: Traditional characters that a phone set to them types, each with its simplified one.
_FOLD = (
    "職职稱称評评審审級级師师術术業业證证書书類类漢汉報报試试論论歷历學学專专員员間间總总結结構构時时條条準准個个單单"
    "進进關关績绩獎奖榮荣譽誉賽赛勞劳傳传帶带徒徒寫写檔档體体藝艺農农會会計计統统譯译軟软電电腦脑機机請请辦办緩缓"
    "為为與与從从開开無无幾几歲岁齡龄領领連连續续網网議议複复認认識识經经驗验達达標标轉转適适當当點点話话誰谁雙双數数"
    "過过這这裡里邊边導导競竞銅铜銀银優优勝胜國国際际聯联繫系係系貼贴號号碼码郵邮寄寄遞递選选項项後后來来將将還还讓让應应該该"
)


@cache
def _said() -> list[list[str]]:
    """What people say → what the text says; a name of a title stands for its level."""
    lines = (DOCS / "search.tsv").read_text("utf-8").splitlines()[1:]
    levels = ((name, level_of(name, None)) for name in NAMES)
    return [
        *(line.split("\t") for line in lines),
        *([name, LEVEL_NAMES[level]] for name, level in levels if level),
    ]


def clauses() -> Iterator[Entry]:
    """One entry for each statement of the policy."""
    for one in statements():
        said = plain()[one.id]
        also = [place(one.clause), one.id, said.words]
        yield {
            "kind": "clause",
            "to": f"policy/#{one.anchor}",
            "name": one.clause,
            "text": one.text,
            "also": "|".join(part for part in also if part),
            "rank": _RANK[said.handling],
        }


def readings() -> Iterator[Entry]:
    """One entry for each reading."""
    for one in READINGS.values():
        yield {
            "kind": "reading",
            "to": f"readings/#{one.number.lower()}",
            "name": f"解读 {one.number} {one.subject}",
            "text": one.open[:_KEPT],
            "also": one.number,
        }


def glossary() -> Iterator[Entry]:
    """One entry for each term."""
    for term in terms():
        yield {
            "kind": "term",
            "to": f"glossary/#{term.anchor}",
            "name": term.name,
            "text": plain_words(term),
        }


class _Sections(HTMLParser):
    """The sections of a page: heading, id, first words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.found: list[list[str]] = []
        self._inside = False
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "article":
            self._inside = True
        if self._inside and tag in ("h1", "h2", "h3") and given.get("id"):
            self.found.append([given["id"] or "", "", ""])
            self._heading = True
        elif self._inside and tag in ("script", "style", "svg", "table"):
            self._inside = False

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h1", "h2", "h3"):
            self._heading = False
        elif tag in ("script", "style", "svg", "table"):
            self._inside = True
        elif tag == "article":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside and self.found:
            self.found[-1][1 if self._heading else 2] += data


def sections(site: Path) -> Iterator[Entry]:
    """Entries for the headings of guides, questions, tables and the other pages."""
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix().removesuffix("index.html")
        if not page or page.startswith(_APART):
            continue
        parser = _Sections()
        parser.feed(path.read_text("utf-8"))
        found = parser.found[:1] if page.startswith(_WHOLE) else parser.found
        for id, name, words in found:
            text = "".join(words.split())[:_KEPT]
            yield {"kind": "page", "to": f"{page}#{id}", "name": " ".join(name.split()), "text": text}


def index(site: Path) -> dict[str, Any]:
    """The whole index of the built site."""
    entries = [*clauses(), *readings(), *glossary(), *sections(site)]
    return {
        "document": DOCUMENT,
        "home": "policy/#head-b",
        "fold": _FOLD,
        "meant": _said(),
        "entries": entries,
    }


def write(site: Path) -> None:
    """Write the index into the built site."""
    path = site / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(index(site), ensure_ascii=False, separators=(",", ":")), "utf-8")

"""One clause on the policy page: its path and link, the words, what they mean, which readings concern it."""

from __future__ import annotations

from collections.abc import Sequence

from guantong.policy import Statement
from site_build.citation_form import cite
from site_build.citations import reading_address, readings_of
from site_build.coverage import is_ruled
from site_build.cross_references import Linker
from site_build.html import element, link, text
from site_build.plain import plain
from site_build.verbatim import DAMAGE, body, marked

_MARKS = {"rule": ("can", "能算"), "judgement": ("man", "要人判断")}

#: So many links are shown before the rest is folded.
_SHOWN = 3

#: Clauses whose statements are paragraphs of their own in the document.
_APART = ("通知",)


def clause(statements: Sequence[Statement], level: int, used: set[str]) -> str:
    """The clause as a section; its statements share one clause path. ``level`` is that of its heading.

    ``used`` collects the terms that the words were linked to.
    """
    linker = Linker(used)
    said = [(statement, body(statement, linker)) for statement in statements]
    if statements[0].clause in _APART:
        law = "".join(marked("p", statement, words, class_="law") for statement, words in said)
    else:
        law = element(
            "p", "".join(marked("span", statement, words) for statement, words in said), class_="law"
        )
    return frame(statements, law, level)


def frame(statements: Sequence[Statement], law: str, level: int) -> str:
    """Heading, words (already HTML) and explanation of one clause."""
    first = statements[0]
    heading = element(
        f"h{level}",
        link(f"#{first.anchor}", first.clause, class_="no", title="本条的固定链接"),
        id=f"at-{first.anchor}",
    )
    inner = f"{heading}\n{_marks(statements)}\n{law}\n{explained(statements)}"
    return element(
        "section", inner, class_="gt-clause", data_clause=first.clause, data_cite=cite(first.clause)
    )


def _marks(statements: Sequence[Statement]) -> str:
    handlings = {plain()[statement.id].handling for statement in statements}
    return "".join(
        element("span", word, class_=f"gt-mark {kind}")
        for handling, (kind, word) in _MARKS.items()
        if handling in handlings
    )


def explained(statements: Sequence[Statement]) -> str:
    """Plain words, notes on damage and readings of one clause; empty where there is nothing to say."""
    rows: list[str] = []
    words = [plain()[statement.id].words for statement in statements]
    if any(words):
        rows.append(_row("白话", "".join(element("p", text(line)) for line in words if line)))
    readings = readings_of(statements[0].clause)
    for reading in readings:
        if statements[0].clause in DAMAGE.get(reading.number, ()):
            rows.append(_row("抄本", element("p", text(f"{reading.open}{reading.taken}"))))
    links = [link(reading_address(r.number), f"解读 {r.number} {r.subject}") for r in readings]
    ruled = next((one for one in statements if is_ruled(one)), None)
    links[:0] = [link(f"../rules/#r-{ruled.anchor}", "这一条的代码")] if ruled else []
    if links:
        rows.append(_row("相关", _folded(links)))
    return element("dl", "".join(rows), class_="gt-plain") if rows else ""


def _folded(links: Sequence[str]) -> str:
    """The first links, and the rest behind a summary where they are many."""
    first, rest = (links, []) if len(links) <= _SHOWN + 1 else (links[:_SHOWN], links[_SHOWN:])
    shown = element("ul", "".join(element("li", item) for item in first))
    if not rest:
        return shown
    more = element("ul", "".join(element("li", item) for item in rest))
    return shown + element("details", element("summary", f"还有{len(rest)}条解读") + more)


def _row(name: str, content: str) -> str:
    return element("dt", name) + element("dd", content)

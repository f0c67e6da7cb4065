"""The document alone, in the layout of an official paper: words, paragraphs and headings, nothing beside them."""

from __future__ import annotations

from collections.abc import Iterator

from guantong.policy import Statement, statements
from site_build.annexes import annex1_table, annex2_table
from site_build.citation_form import opens_paragraph
from site_build.html import element
from site_build.policy_page import ANNEX_2, heading_level
from site_build.verbatim import body


def official() -> str:
    """The whole document as one sheet of HTML, without ids: what is cited is the policy page."""
    return element("div", "\n".join(_blocks()), class_="gt-official")


def _blocks() -> Iterator[str]:
    waiting: list[str] = []
    for one in statements():
        opens = opens_paragraph(one)
        if opens and waiting:
            yield element("p", "".join(waiting))
            waiting = []
        block = _block(one)
        if block is None:
            waiting.append(body(one))
        elif block:
            yield block
    if waiting:
        yield element("p", "".join(waiting))


def _block(one: Statement) -> str | None:
    """What is no paragraph: masthead, headings, forms. Empty for what another block already says."""
    if one.clause == "文头":
        return _masthead(one)
    if one.clause == "办法·题":
        return element("h2", body(one), class_="title own")
    if one.anchor == "notice":
        return element("p", body(one), class_="to")
    if one.clause.startswith("附件1·表头"):
        return {"annex1-head": element("p", body(one)), "annex1-head-b": annex1_table(one)}.get(one.anchor)
    if one.clause in ANNEX_2:
        parts = {statement.clause: statement for statement in statements()}
        form = annex2_table(*(parts[path] for path in ANNEX_2))
        return form if one.clause == ANNEX_2[0] else ""
    if depth := heading_level(one):
        kind = "annex" if one.clause.startswith("附件") else None
        return element(f"h{depth + 1}", body(one), class_=kind)
    return None


def _masthead(one: Statement) -> str:
    tag, kind = {"head": ("p", "issuer"), "head-b": ("p", "number"), "head-c": ("h2", "title")}[one.anchor]
    return element(tag, body(one), class_=kind)

"""A statement as it stands on the page: word for word, in an element with its permanent id.

The copy has damage. What is repaired (a web address broken by spaces) and what is kept as printed
follows the readings named here; each gets a note under the clause, with the reading's own words.
"""

from __future__ import annotations

import re

from guantong.policy import Statement
from site_build.cross_references import Linker
from site_build.html import element, link, text

#: Reading about damage of the copy → the clauses where the damage stands; each gets a note.
DAMAGE = {
    "A40": ("附件1·题",),
    "A41": ("附件1·说明5",),
    "A42": ("附件1·说明2",),
    "A43": ("附件1·说明7", "附件2·说明5"),
    "A45": ("四（五）-②",),
}

_WEB_LINK = re.compile(r"\[(?P<shown>[^\]]+)\]\((?P<address>[^)]+)\)")


def body(statement: Statement, linker: Linker | None = None) -> str:
    """The words of a statement as HTML. A web address becomes a link, its spaces dropped (A45).

    With a linker, cross-references and terms become links too.
    """

    def plain(words: str) -> str:
        return linker.linked(words, statement.id) if linker else text(words)

    parts: list[str] = []
    end = 0
    for match in _WEB_LINK.finditer(statement.text):
        parts.append(plain(statement.text[end : match.start()]))
        parts.append(link(match["address"], match["shown"].replace(" ", ""), rel="noreferrer nofollow"))
        end = match.end()
    parts.append(plain(statement.text[end:]))
    return "".join(parts)


def marked(tag: str, statement: Statement, content: str | None = None, **values: str | None) -> str:
    """The statement inside an element that carries its permanent id and its number."""
    inner = body(statement) if content is None else content
    return element(tag, inner, id=statement.anchor, data_statement=statement.id, **values)

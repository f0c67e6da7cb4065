"""The glossary: every term once, for the glossary page, the terms explained in the policy, and the search.

``docs/glossary.tsv`` is the one place. Its words may hold links in the form ``[三（一）](policy.md#s3-1)`` and bold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from site_build.html import element, link, text
from site_build.paths import DOCS

SECTIONS = ("two_roads", "titles", "skills", "procedure", "conditions", "results")
_INLINE = re.compile(
    r"\[(?P<label>[^\]]+)\]\((?P<page>[a-z]+)\.md(?P<anchor>#[a-z0-9-]+)?\)|\*\*(?P<bold>[^*]+)\*\*"
)
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Term:
    """One entry. ``in_law`` is a pattern of the words that stand for it in the policy, empty where none is linked."""

    id: str
    section: str
    name: str
    in_law: str
    english: str
    words: str

    @property
    def anchor(self) -> str:
        return f"t-{self.id}"


@cache
def terms() -> tuple[Term, ...]:
    """All terms in the order of the page."""
    lines = (DOCS / "glossary.tsv").read_text("utf-8").splitlines()[1:]
    return tuple(Term(*line.split("\t")) for line in lines)


def explanation(term: Term) -> str:
    """The words of a term as HTML, its links seen from a page one level below the root."""
    parts: list[str] = []
    end = 0
    for match in _INLINE.finditer(term.words):
        parts.append(text(term.words[end : match.start()]))
        if match["bold"]:
            parts.append(element("strong", text(match["bold"])))
        else:
            parts.append(link(f"../{match['page']}/{match['anchor'] or ''}", match["label"]))
        end = match.end()
    return "".join(parts) + text(term.words[end:])


def plain_words(term: Term) -> str:
    """The same without links."""
    return _INLINE.sub(lambda match: match["label"] or match["bold"], term.words)


def glossary_section(section: str) -> str:
    """The terms of one section as a list of definitions, each with its permanent id."""
    rows = "".join(
        element("dt", element("dfn", text(term.name)) + _english(term), id=term.anchor)
        + element("dd", explanation(term))
        for term in terms()
        if term.section == section
    )
    return element("dl", rows, class_="gt-terms")


def _english(term: Term) -> str:
    words = _CODE.sub(lambda match: element("code", text(match[1])), term.english)
    return element("span", f"（{words}）", lang="en") if words else ""


def used_terms(used: set[str]) -> str:
    """The terms that the policy page links to, explained at its end."""
    rows = "".join(
        element("dt", text(term.name), id=term.anchor) + element("dd", explanation(term))
        for term in terms()
        if term.id in used
    )
    return element("dl", rows, class_="gt-terms")


PARTS = {f"terms_{section}": (lambda section=section: glossary_section(section)) for section in SECTIONS}

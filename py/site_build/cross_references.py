"""Words of the policy that point to another place: cross-references, and terms that the glossary explains.

A word is linked at its first place in a clause. Where a cross-reference and a term meet, the reference wins; among terms,
the longer words win. The words themselves never change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guantong.policy import statement
from site_build.html import link, text
from site_build.terms import Term, terms

#: Words that refer to another place of the document → the statement they mean.
REFERENCES = {
    "附件1": "C085",
    "附件2": "C100",
    "湖北省规定条件": "C052",
    "按累计工作年限": "C024",
    "“评审工作通知”或“申报工作指南”": "C072",
    "初级评审委员会": "C064",
    "邮寄地址": "C087",
    "填表说明附后": "C089",
}
_TERMS = tuple(term for term in terms() if term.in_law)
_PATTERN = re.compile(
    "|".join(
        [*(f"(?P<ref{n}>{re.escape(words)})" for n, words in enumerate(REFERENCES))]
        + [
            f"(?P<term{n}>{term.in_law})"
            for n, term in sorted(enumerate(_TERMS), key=lambda t: -len(t[1].in_law))
        ]
    )
)


class Linker:
    """Links the words of one clause; remembers what it has linked. ``used`` collects the terms over all clauses."""

    used: set[str]

    def __init__(self, used: set[str]) -> None:
        self.used = used
        self._done: set[str] = set()

    def linked(self, words: str, own: str) -> str:
        """The words as HTML. ``own`` is the number of the statement they stand in, which never points to itself."""
        return "".join(self._parts(words, own))

    def _parts(self, words: str, own: str) -> Iterator[str]:
        end = 0
        for match in _PATTERN.finditer(words):
            kind = match.lastgroup or ""
            made = self._reference(match[0], own) if kind.startswith("ref") else self._term(kind, match[0])
            if made:
                yield text(words[end : match.start()])
                yield made
                end = match.end()
        yield text(words[end:])

    def _reference(self, words: str, own: str) -> str:
        meant = REFERENCES[words]
        if words in self._done or meant == own:
            return ""
        self._done.add(words)
        return link(f"#{statement(meant).anchor}", words, class_="gt-ref")

    def _term(self, kind: str, words: str) -> str:
        term: Term = _TERMS[int(kind.removeprefix("term"))]
        if term.id in self._done:
            return ""
        self._done.add(term.id)
        self.used.add(term.id)
        return link(f"#{term.anchor}", words, class_="gt-term")

"""Versions of the document: a second one beside the first, with dates of effect, and what is different.

The first version keeps its pages and anchors whatever comes after it: people cite them. A later version gets the page
``policy-<id>``, and the page ``policy-<id>-changes`` sets both side by side: text by clause, results over the gallery. Adding
a version is adding it to ``VERSIONS``; with one version nothing of this is on the site.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from guantong.policy import DOCUMENT, Statement, statements
from site_build.gallery import Difference, answers, differences, gallery
from site_build.html import element, link, text

Rules = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the document. ``rules`` puts its rules in force while the gallery is answered.

    ``since`` and ``until`` are dates of effect (YYYY-MM-DD); empty where the document does not say. ``until`` is the last day.
    """

    id: str
    document: str
    lines: tuple[Statement, ...]
    since: str = ""
    until: str = ""
    rules: Rules = nullcontext

    @property
    def page(self) -> str:
        """Folder of its text on the site."""
        return "policy" if self.id == FIRST else f"policy-{self.id}"


FIRST = "2022"
VERSIONS: tuple[Version, ...] = (Version(FIRST, DOCUMENT, statements()),)


class ClashingVersionsError(Exception):
    """Two versions share an id, or a later one starts before the earlier one ends."""


def check(versions: Sequence[Version]) -> None:
    """Refuse versions whose ids or days of effect clash; a later version must say since when it holds."""
    ids = [version.id for version in versions]
    if len(ids) != len(set(ids)):
        raise ClashingVersionsError(f"an id twice: {', '.join(ids)}")
    for old, new in pairwise(versions):
        if not new.since or (old.until and old.until >= new.since):
            raise ClashingVersionsError(
                f"{old.id} until {old.until or '?'}, {new.id} since {new.since or '?'}"
            )


def place(stage: Path, versions: Sequence[Version] = VERSIONS) -> list[str]:
    """Write the pages of the later versions into the stage and say on the old page what replaced it; their names."""
    check(versions)
    written: list[str] = []
    for old, new in pairwise(versions):
        (stage / f"{new.page}.md").write_text(_text_page(new), "utf-8")
        (stage / f"{new.page}-changes.md").write_text(changes_page(old, new), "utf-8")
        _say_replaced(stage / f"{old.page}.md", old, new)
        written += [f"{new.page}.md", f"{new.page}-changes.md"]
    return written


def _effect(version: Version) -> str:
    begin = f"{version.since} 起施行" if version.since else "文本没有写施行日期"
    return f"{begin}，施行到 {version.until}" if version.until else begin


def _text_page(version: Version) -> str:
    """Every statement with its permanent id, under the address of this version."""
    lines = (
        element(
            "p",
            link(f"#{one.anchor}", one.clause, class_="no") + " " + text(one.text),
            id=one.anchor,
            data_statement=one.id,
            class_="law",
        )
        for one in version.lines
    )
    head = (
        f"---\ntitle: {version.document}\n---\n\n# {version.document} {{ #page }}\n\n{_effect(version)}。\n\n"
    )
    changes = f"和上一版有什么不同，见[两版对照]({version.page}-changes.md)。\n\n"
    return head + changes + "\n\n".join(lines) + "\n"


def _say_replaced(page: Path, old: Version, new: Version) -> None:
    """One notice below the title of the old page; its text and anchors stay as they are."""
    said = element(
        "p",
        text(f"{new.since} 起改用{new.document}。本页是{old.document}的原文，地址不变，供引用和对照。")
        + link(f"../{new.page}/", "看新的原文")
        + " "
        + link(f"../{new.page}-changes/", "看两版对照"),
        class_="gt-notice",
        id=f"replaced-by-{new.id}",
    )
    title, newline, rest = _split_at_title(page.read_text("utf-8"))
    page.write_text(f"{title}{newline}\n{said}\n{rest}", "utf-8")


def _split_at_title(page: str) -> tuple[str, str, str]:
    at = page.index("\n# ") + 1
    end = page.index("\n", at)
    return page[:end], "\n", page[end:]


@dataclass(frozen=True, slots=True)
class Change:
    """A clause that differs; one side is empty where the clause is new or gone."""

    clause: str
    old: str
    new: str
    anchor: str


def text_changes(old: Version, new: Version) -> list[Change]:
    """Clauses whose words differ, in the order of the new text; those that are gone come last."""
    before, after = _by_clause(old), _by_clause(new)
    found = [
        Change(path, before.get(path, ("", ""))[0], words, anchor)
        for path, (words, anchor) in after.items()
        if before.get(path, ("", ""))[0] != words
    ]
    return found + [Change(path, words, "", "") for path, (words, _) in before.items() if path not in after]


def _by_clause(version: Version) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for one in version.lines:
        words, anchor = found.get(one.clause, ("", one.anchor))
        found[one.clause] = (words + one.text, anchor)
    return found


def marked(old: str, new: str) -> str:
    """Both texts in one, what went in ``del`` and what came in ``ins``; each also says so without colour."""
    return "".join(_marks(old, new))


def _marks(old: str, new: str) -> Iterator[str]:
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield text(old[a:b])
            continue
        if a < b:
            yield element("del", text(old[a:b]))
        if c < d:
            yield element("ins", text(new[c:d]))


def result_changes(old: Version, new: Version) -> list[Difference]:
    """Whose answers in the gallery differ between the rules of both versions."""
    with old.rules():
        before = answers(gallery())
    with new.rules():
        return differences(gallery(), before, lambda facts: facts)


def changes_page(old: Version, new: Version) -> str:
    """Both versions side by side: days of effect, words, results."""
    words = text_changes(old, new)
    people = result_changes(old, new)
    rows = "".join(
        element("dt", link(f"../{new.page}/#{one.anchor}", one.clause) if one.anchor else text(one.clause))
        + element("dd", marked(one.old, one.new))
        for one in words
    )
    lines = "".join(
        element("li", text(f"{d.person.name}，{d.target}：{d.before} → {d.after}")) for d in people
    )
    count = len({one.person.name for one in people})
    return "\n\n".join(
        [
            f"---\ntitle: 两版对照 {new.document}\n---",
            "# 两版对照 { #page }",
            f"- {old.document}：{_effect(old)}。\n- {new.document}：{_effect(new)}。",
            "## 文字 { #text }",
            f"有 {len(words)} 条不同。划去的是旧的，加线的是新的。",
            element("dl", rows, class_="gt-plain gt-versions"),
            "## 结果 { #results }",
            f"把 {len(gallery())} 份情况按两版各算一遍，{count} 份的结果不同。",
            element("ul", lines, class_="gt-changes"),
        ]
    )

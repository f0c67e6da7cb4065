"""A citation, looked up in the text as an official would, leads to the words of its clause."""

from __future__ import annotations

import re

import pytest

from guantong.policy import source_text, statements
from site_build.citation_form import UncitedClauseError, cite, opens_paragraph, place

_PART = re.compile(r"[一二三四五]、")
_ITEM = re.compile(r"（([一二三四五六])）")
_POINT = re.compile(r"(\d+)\. ")
_PLACE = re.compile(
    r"第(?P<part>.)部分(?:第（(?P<item>.)）项)?(?:第(?P<point>\d)目)?"
    r"(?:(?P<first>首段)|(?P<last>末段)|第(?P<paragraph>\d)段)?(?:第(?P<sentences>[\d、]+)句)?"
)


def paragraphs() -> list[str]:
    """Paragraphs of the measures, page breaks mended: a paragraph ends with a mark or is a heading."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", source_text().replace("**", ""))
    body = text[text.index("一、基本原则") : text.index("附件 1")]
    found: list[str] = []
    broken = False
    for line in filter(None, map(str.strip, body.splitlines())):
        if broken:
            found[-1] += line
        else:
            found.append(line)
        heading = bool(_PART.match(line) or _ITEM.match(line)) and len(line) < 20
        broken = not heading and not line.endswith(("。", "；", "："))
    return found


def under(lines: list[str], opening: re.Pattern[str], wanted: str) -> list[str]:
    """The lines from the numbered one that is wanted to the next of its kind."""
    starts = [i for i, line in enumerate(lines) if opening.match(line)]
    begin = next(i for i in starts if lines[i].lstrip("（").startswith(wanted))
    return lines[begin : next((i for i in starts if i > begin), len(lines))]


def looked_up(form: str) -> str:
    """The words at a place such as 第三部分第（二）项末段第2句."""
    match = _PLACE.fullmatch(form)
    assert match, form
    lines = under(paragraphs(), _PART, match["part"])[1:]
    if match["item"]:
        lines = under(lines, _ITEM, match["item"])
        if len(lines) > 1:
            lines = lines[1:]
    if match["point"]:
        lines = under(lines, _POINT, match["point"])
    whole = not (match["paragraph"] or match["first"] or match["last"])
    chosen = 0 if match["first"] else -1 if match["last"] else int(match["paragraph"] or 1) - 1
    if not match["sentences"]:
        return lines[0 if whole else chosen]
    said = re.findall(r"[^。；]+[。；]", lines[0 if whole else chosen])
    if match["point"]:
        said = re.findall(r"[^。；]+[。；]", lines[0])
    return "".join(said[int(number) - 1] for number in match["sentences"].split("、"))


def bare(words: str) -> str:
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", words).replace(" ", "")


CLAUSES = [
    path
    for path in dict.fromkeys(statement.clause for statement in statements())
    if path[0] in "一二三四五" and not path.endswith("·题")
]


@pytest.mark.parametrize("path", CLAUSES)
def test_the_place_holds_the_words_of_the_clause(path: str) -> None:
    words = bare(
        "".join(s.text for s in statements() if s.clause == path and not s.anchor.endswith("-title"))
    )
    if path == "四（一）":
        words = bare(next(s.text for s in statements() if s.anchor == "s4-1-p1"))
    found = bare(looked_up(place(path)))
    assert found.startswith(words) or words in found


def test_the_form_that_officials_use() -> None:
    assert cite("三（二）2") == "武人社规〔2022〕2号第三部分第（二）项第2目"
    assert cite("四（二）3-④") == "武人社规〔2022〕2号第四部分第（二）项第3目第4句"
    assert cite("附件2·说明1") == "武人社规〔2022〕2号附件2填表说明第1条"


def test_every_clause_has_a_form_of_its_own() -> None:
    paths = {statement.clause for statement in statements()}
    assert len({place(path) for path in paths}) == len(paths)
    with pytest.raises(UncitedClauseError):
        place("七")


def test_statements_join_to_the_paragraphs_of_the_document() -> None:
    joined: list[str] = []
    for statement in statements():
        if statement.clause[0] in "一二三四五":
            if opens_paragraph(statement):
                joined.append("")
            joined[-1] += bare(statement.text)
    assert joined == [bare(line) for line in paragraphs()]

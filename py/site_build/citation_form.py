"""How an office cites a clause: 武人社规〔2022〕2号第三部分第（二）项第2目.

The document numbers parts, items and sub-items; below them, unnumbered paragraphs and sentences are counted. A sentence
ends with “。” or “；”. A clause that is a whole paragraph of its own is cited without a sentence.
"""

from __future__ import annotations

import re

from guantong.policy import DOCUMENT, Statement, statements

#: Clause paths that name an unnumbered paragraph or sentence → what an office would count.
_UNNUMBERED = {
    "文头": "文头",
    "通知": "通知正文",
    "办法·题": "附件《实施办法》标题",
    "办法·引言": "引言",
    "一·首段": "第一部分首段",
    "三（二）首段": "第三部分第（二）项首段",
    "三（二）晋级": "第三部分第（二）项第5段",
    "三（二）考核": "第三部分第（二）项末段第1句",
    "三（二）免考": "第三部分第（二）项末段第2句",
    "三（二）直接申报": "第三部分第（二）项末段第3句",
    "三（三）1-①": "第三部分第（三）项第1目首段",
    "三（三）1-②": "第三部分第（三）项第1目第2段",
    "三（三）2-①": "第三部分第（三）项第2目首段",
    "三（三）2-②": "第三部分第（三）项第2目第2段",
    "三（三）末段-受理": "第三部分第（三）项末段第1句",
    "三（三）末段-材料": "第三部分第（三）项末段第2、3句",
    "四（二）4-①": "第四部分第（二）项第4目首段",
    "四（二）4-②": "第四部分第（二）项第4目第2段",
    "四（二）4-③": "第四部分第（二）项第4目第3段",
}
#: Paragraphs that only one sentence of it, or several, make up: the first sentence opens the paragraph.
_WHOLE = frozenset(path for path, form in _UNNUMBERED.items() if not form.endswith("句"))
_NUMBERED = re.compile(
    r"(?P<part>[一二三四五])(?:（(?P<item>[一二三四五六])）)?(?P<point>\d+)?(?:-(?P<sentence>[①②③④⑤]))?"
)
_ANNEX = re.compile(r"附件(?P<number>[12])·(?P<where>.+)")
_CIRCLED = "①②③④⑤"


class UncitedClauseError(Exception):
    """A clause path that has no form of citation."""


def place(clause: str) -> str:
    """The place inside the document, e.g. 第三部分第（二）项第2目. ``UncitedClauseError`` for a path without a form."""
    if clause in _UNNUMBERED:
        return _UNNUMBERED[clause]
    annex = _ANNEX.fullmatch(clause)
    if annex:
        return f"附件{annex['number']}{_annex(annex['where'])}"
    title = clause.endswith("·题")
    match = _NUMBERED.fullmatch(clause.removesuffix("·题"))
    if match is None:
        raise UncitedClauseError(clause)
    parts = [f"第{match['part']}部分"]
    parts += [f"第（{match['item']}）项"] if match["item"] else []
    parts += [f"第{match['point']}目"] if match["point"] else []
    parts += [f"第{_CIRCLED.index(match['sentence']) + 1}句"] if match["sentence"] else []
    return "".join(parts) + ("标题" if title else "")


def _annex(where: str) -> str:
    note = re.fullmatch(r"说明(\d+)", where)
    return f"填表说明第{note[1]}条" if note else {"题": "标题", "表": "表格"}.get(where, where)


def cite(clause: str) -> str:
    """The whole citation: number of the document and place in it."""
    return f"{DOCUMENT}{place(clause)}"


def opens_paragraph(statement: Statement) -> bool:
    """Whether the statement begins a new paragraph of the document, rather than going on with one."""
    same = [one for one in statements() if one.clause == statement.clause]
    if statement.clause in ("文头", "通知"):
        return True
    if statement is not same[0]:
        return statement.clause == "三（一）"
    form = place(statement.clause)
    return statement.clause in _WHOLE or not form.endswith("句") or form.endswith("第1句")

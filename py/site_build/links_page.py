"""The table of link parameters, one row for each fact, from the list of facts."""

from __future__ import annotations

from collections.abc import Iterator

from guantong.facts import FACTS, Fact
from guantong.intake import UNSURE
from guantong.policy import statement
from site_build.annexes import scroller
from site_build.citation_form import cite
from site_build.html import element, table_head, text

#: the clause whose citation is shown as an example
_CITED = "C026"

_KINDS = {
    "bool": "true 或 false",
    "date": "年-月-日，可只写到年月或年",
    "integer": "整数",
    "number": "数字",
    "text": "文字",
}


def parameters() -> str:
    """Name, meaning and accepted values of every parameter."""
    body = "".join(_row(name, fact) for name, fact in _named()) + _unsure()
    head = table_head(("参数", "意思", "可以写"))
    table = element("table", head + element("tbody", body), class_="gt-table is-cards")
    return scroller(table, "链接参数")


def citation_example() -> str:
    """A citation in the form of offices."""
    one = statement(_CITED)
    return element("blockquote", element("p", text(f"{cite(one.clause)}：“{one.text}”")))


def _named() -> Iterator[tuple[str, Fact]]:
    for fact in FACTS:
        if fact.kind == "list":
            yield fact.key, fact
            for item in fact.items:
                yield f"{fact.key}.0.{item.key}", item
        else:
            yield fact.key, fact


def _row(name: str, fact: Fact) -> str:
    meaning = fact.label + ("（默认不写进链接）" if fact.personal else "")
    head = element("th", element("code", text(name)), scope="row")
    return element("tr", head + _cell(text(meaning), "意思") + _cell(_values(fact), "可以写"))


def _unsure() -> str:
    head = element("th", element("code", UNSURE), scope="row")
    example = element("code", f"{UNSURE}=retired,titles.0.obtained")
    says = f"参数的名字，用英文逗号隔开，如 {example}"
    return element("tr", head + _cell("答了“不确定”的问题，不再问", "意思") + _cell(says, "可以写"))


def _cell(content: str, name: str) -> str:
    return element("td", content, data_th=name)


def _values(fact: Fact) -> str:
    if fact.kind == "choice":
        return "<br>".join(
            element("code", choice.value) + f" {text(choice.label)}" for choice in fact.choices
        )
    if fact.kind == "list":
        first, second = (element("code", f"{fact.key}.{number}.…") for number in (0, 1))
        nothing = element("code", f"{fact.key}=none")
        return f"列表：第一项 {first}，第二项 {second}；一项也没有，写 {nothing}"
    if fact.full_date:
        return "年-月-日"
    return _KINDS[fact.kind]

"""The readings page: an index by number, then each reading with its clauses and what the other reading would change."""

from __future__ import annotations

from guantong.readings import READINGS, Reading
from site_build.citations import anchors, clause_address
from site_build.gallery import Difference, answers, differences, gallery, of_reading
from site_build.html import element, link, text
from site_build.other_readings import OTHERS, WHY_NOT


class UnexplainedReadingError(Exception):
    """A reading with neither another reading to try nor a reason why there is none, or with both."""


def readings() -> str:
    """Markdown headings (so that search and contents find each reading) and blocks of HTML."""
    wrong = set(READINGS) ^ (set(OTHERS) ^ set(WHY_NOT))
    if wrong:
        raise UnexplainedReadingError(", ".join(sorted(wrong)))
    return "\n\n".join([_index(), *(_entry(reading) for reading in READINGS.values())])


def compared() -> str:
    """How the comparison is made, with its counts."""
    return element(
        "p",
        text(
            f"“换一种读法”是建站时算的：{len(OTHERS)}条有另一种说得通的读法，就把至少{len(gallery())}份情况"
            "（二十个例子、指南里的例子、算好的案例，再加上为这一条准备的案例）按那种读法再算一遍，列出谁的结果会变。"
            f"其余{len(WHY_NOT)}条写明为什么不算。本站的计算器始终按“本站取”的读法。"
        ),
    )


def _index() -> str:
    links = (link(f"#{r.number.lower()}", f"{r.number} {r.subject}") for r in READINGS.values())
    return element("ol", "".join(element("li", item) for item in links), class_="gt-index")


def _entry(reading: Reading) -> str:
    heading = f"## {reading.number} {reading.subject} {{ #{reading.number.lower()} }}"
    clauses = "".join(element("li", _clause(path)) for path in reading.clauses)
    rows = (
        ("没写清", element("p", text(reading.open))),
        ("本站取", element("p", text(reading.taken))),
        ("理由", element("p", text(reading.because))),
        ("换一种", other(reading.number)),
        ("条款", element("ul", clauses)),
        ("问谁", element("p", text(reading.office))),
    )
    body = "".join(element("dt", name) + element("dd", content) for name, content in rows)
    return f"{heading}\n\n{element('dl', body, class_='gt-plain')}"


def other(number: str) -> str:
    """What the other reading would change, or why nothing is computed."""
    if number in WHY_NOT:
        return element("p", text(WHY_NOT[number]))
    tried = OTHERS[number]
    everybody = of_reading(number)
    before = answers(everybody)  # as the rules stand, before anything is patched
    with tried.patch():
        found = differences(everybody, before, tried.applied)
    people = {one.person.name: one.person for one in found}
    if not found:
        return element("p", text(f"{tried.says}这样读，这些情况里没有一个人的结果会变。"))
    says = f"{tried.says}这样读，{len(everybody)}份情况里有{len(people)}份的结果会变："
    lines = element("ul", "".join(element("li", _line(one)) for one in found), class_="gt-changes")
    if len(found) > _MOST:
        lines = element("details", element("summary", f"展开（{len(found)}处变化）") + lines)
    return element("p", text(says)) + lines


_MOST = 6


def _line(one: Difference) -> str:
    name = link(f"../{one.person.address}", one.person.name) if one.person.address else text(one.person.name)
    return f"{name}，{text(one.target)}：{text(one.before)} → {text(one.after)}"


def _clause(path: str) -> str:
    return link(clause_address(path), path) if path in anchors() else text(path)

"""The conditions beside the certificate: what each answer to a question leads to when all else is in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..chapter_3_channels import theory_exam
from ..conditions import VERDICTS
from ..days import add_years
from ..facts import BY_KEY, Fact
from ..intake import ITEMS
from ..person import Person
from .sample import DAY, SKILL_HOLDER, TITLE_HOLDER, WORDS, Facts, skill, status, target, title
from .table import Table

_VERDICTS = tuple(WORDS[verdict] for verdict in VERDICTS)
_LONG_AGO = add_years(DAY, -10)
_SKILL_GATES = (
    "works_in_wuhan",
    "person_type",
    "occupation_matches_current_post",
    "has_current_post",
    "cumulative_work_years_met",
)
_TITLE_GATES = (
    "employer_affiliation",
    "person_type",
    "does_professional_technical_work",
    "specialty_same_or_similar",
    "meets_hubei_conditions",
    "last3_appraisals_passed",
    "employer_has_appraisals",
    "retired",
    "reached_retirement_age",
)
_THEORY = {"may_be_exempt": "可以免，由承担评价的机构定", "not_exempt": "不免", "unknown": "还不能确定"}


def tables() -> list[Table]:
    return [_skill_road(), _title_road(), _theory()]


def _answers(fact: Fact) -> list[tuple[str, Any]]:
    """The words and the value of each answer; "not sure" is none where silence means the ordinary case."""
    given: list[tuple[str, Any]] = [(choice.label, choice.value) for choice in fact.choices]
    given = given or [("是", True), ("不是", False)]
    return given if fact.ordinary is not None else [*given, ("不确定", None)]


def _row(fact: Fact, found: Callable[[Any], str]) -> tuple[str, ...]:
    """A question, and its answers sorted by what they lead to."""
    by_word: dict[str, list[str]] = {word: [] for word in _VERDICTS}
    for label, value in _answers(fact):
        by_word[found(value)].append(label)
    return (fact.ask, *("；".join(labels) or "—" for labels in by_word.values()))


def _rows(person: Facts, keys: Iterable[str], to: str) -> list[tuple[str, ...]]:
    def found(key: str) -> Callable[[Any], str]:
        return lambda value: status({**person, key: value}, target(to))

    return [_row(BY_KEY[key], found(key)) for key in keys]


def _skill_road() -> Table:
    entry = title("intermediate", _LONG_AGO)
    holder = {**TITLE_HOLDER, "titles": [entry]}
    field = ITEMS["titles"]["specialty_matches"]

    def with_field(value: Any) -> str:
        return status({**holder, "titles": [{**entry, field.key: value}]}, target("skill_2"))

    return Table(
        "gates-skill",
        "申报技能等级的其他条件",
        "例子：中级职称，申报二级/技师。每行只改一个回答，其他条件都具备。",
        ("问题", *_VERDICTS),
        (*_rows(holder, _SKILL_GATES, "skill_2"), _row(field, with_field)),
        ("三（一）", "三（二）首段", "一（二）"),
    )


def _title_road() -> Table:
    holder = {**SKILL_HOLDER, "skills": [skill("1", _LONG_AGO)]}
    public = {**holder, "person_type": "public_institution_employee"}
    return Table(
        "gates-title",
        "申报职称的其他条件",
        "例子：取得一级/高级技师后工作十年，申报副高级职称。每行只改一个回答。结构比例一行，按事业单位算。",
        ("问题", *_VERDICTS),
        (
            *_rows(holder, _TITLE_GATES, "associate_senior"),
            *_rows(public, ("public_institution_quota_available",), "associate_senior"),
        ),
        ("四（一）-①", "四（一）-②", "四（一）-③", "四（二）1", "四（二）3-①", "一（二）"),
    )


def _theory() -> Table:
    def free(diploma: bool | None, access: bool | None) -> str:
        return _THEORY[theory_exam(Person(DAY, related_diploma=diploma, occupation_access_type=access))]

    rows = tuple(
        (label, *(free(diploma, access) for access in (False, True, None)))
        for label, diploma in (("有", True), ("没有", False), ("不确定", None))
    )
    return Table(
        "theory",
        "理论知识考试能不能免",
        "只影响考不考理论，不影响能不能申报。",
        ("相关专业毕业证书", "职业不是准入类", "职业是准入类", "不确定是不是准入类"),
        rows,
        ("三（二）免考",),
    )

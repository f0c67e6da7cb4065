"""The statutory retirement age by month of birth: one row for each step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ..days import add_months
from ..retirement import REFORM_YEAR, STEPS, Age, age
from .table import Table

_PEOPLE = {60: "男性", 55: "原退休年龄55岁的女性", 50: "原退休年龄50岁的女性"}


def tables() -> list[Table]:
    return [_table(original) for original in STEPS]


def _table(original: int) -> Table:
    rows = tuple(_rows(original))
    return Table(
        f"retirement-{original}",
        f"退休年龄：{_PEOPLE[original]}",
        "按2025年起的渐进式延迟退休决定计算。达到退休年龄的日子，是生日加上这个年龄。特殊工种等另有规定的，要另外确认。",
        ("出生年月", "退休年龄", "达到退休年龄的年月"),
        rows,
        ("四（一）-③",),
    )


def _births(original: int) -> Iterator[date]:
    """Months of birth from the last one without delay to the first one with the full delay."""
    birth = date(REFORM_YEAR - original - 1, 12, 1)
    while True:
        yield birth
        if age(birth, original).delay == STEPS[original][1]:
            return
        birth = add_months(birth, 1)


def _rows(original: int) -> Iterator[tuple[str, ...]]:
    ages = [(birth, age(birth, original)) for birth in _births(original)]
    for words, group in groupby(ages, key=lambda pair: pair[1].words):
        steps = list(group)
        (first, reached), (last, reached_last) = steps[0], steps[-1]
        yield (_span(original, first, last, reached), words, _reached(reached, reached_last, original))


def _span(original: int, first: date, last: date, found: Age) -> str:
    if found.delay == 0:
        return f"{last:%Y-%m} 及以前"
    if found.delay == STEPS[original][1]:
        return f"{first:%Y-%m} 及以后"
    return f"{first:%Y-%m} 至 {last:%Y-%m}"


def _reached(first: Age, last: Age, original: int) -> str:
    if first.delay == 0:
        return f"{last.reached:%Y-%m} 及以前"
    if first.delay == STEPS[original][1]:
        return f"{first.reached:%Y-%m} 及以后"
    return f"{first.reached:%Y-%m} 至 {last.reached:%Y-%m}"

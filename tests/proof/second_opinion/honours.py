"""四（二）4: honours, contests, experts and merit."""

from __future__ import annotations

from itertools import product

from .conditions import Way, always
from .gates import fold
from .intake import Case
from .table import TABLE, Facts, first_row, word

_TABLE = TABLE["honours"]
_POSSIBLE = {
    "role": ("competitor", "head_coach", "other"),
    "result": ("金牌", "铜牌", "优胜奖", "未获奖"),
}
_EVERY_NAME = ("中华技能大奖", "全国技术能手", "一项未列名的荣誉")


def honour_ways(case: Case, target: str, clause: str) -> list[Way]:
    """Each honour is a way; a road that is open gives no date."""
    if case.awards is None:
        return [(always(clause, "ask", False),)]
    column = "senior" if target == "senior" else "associate"
    return [_way(award, column, clause, case) for award in case.awards] or [(always(clause, "no"),)]


def _way(award: Facts, column: str, clause: str, case: Case) -> Way:
    """The honour; where ②'s is used for 副高级, ② is cited too (A35)."""
    outcome = _outcome(award, column, case)
    own = always(clause, outcome, outcome == "met")
    borrowed = column == "associate" and not any(
        first_row(_TABLE["rows"], known)["experts"] for known in _possible(award)
    )
    return (own, always(_TABLE["also_cites"], outcome, outcome == "met")) if borrowed else (own,)


def _outcome(award: Facts, column: str, case: Case) -> str:
    possible = _possible(award)
    outcome = fold(_of_one(known, column, case) for known in possible)
    listed = {bool(first_row(_TABLE["rows"], known)["experts"]) for known in possible}
    return "ask" if outcome == "office" and len(listed) > 1 else outcome


def _of_one(award: Facts, column: str, case: Case) -> str:
    row = first_row(_TABLE["rows"], award)
    outcome = str(row[column])
    if outcome != "no" and case.facts.get("long_term_frontline") is False:
        outcome = "office"
    return worst(outcome, _experts(case.facts)) if column == "associate" and row["experts"] else outcome


def _possible(award: Facts) -> list[Facts]:
    """Every award that this one may be, with what is not given filled in."""
    if award.get("name") is None:
        return [{**award, "name": name} for name in _EVERY_NAME]
    if award["name"] not in _TABLE["contests"]:
        return [award]
    choices = [[award[key]] if key in award else list(values) for key, values in _POSSIBLE.items()]
    return [
        {"coached": "student", **award, "role": role, "result": result} for role, result in product(*choices)
    ]


def _experts(facts: Facts) -> str:
    """A36: at least two, 正高级, of the same industry."""
    count, level, same = (
        facts.get("expert_recommendations"),
        facts.get("expert_title_level"),
        facts.get("experts_same_industry"),
    )
    tests = (
        None if count is None else count >= _TABLE["experts_needed"],
        None if level is None else level == _TABLE["expert_level"],
        same,
    )
    return "no" if False in tests else "ask" if None in tests else "met"


def worst(*outcomes: str) -> str:
    """All must hold."""
    return next(outcome for outcome in ("no", "ask", "office", "met") if outcome in outcomes)


def merit_way(case: Case, clause: str) -> list[Way]:
    """A33: merit alone is left to the office; not on the front line, it is no road."""
    outcome = _TABLE["merit_frontline"][word(case.facts.get("long_term_frontline"))]
    return [(always(clause, outcome, False),)]

"""A spread of points: every part of the discretised space, and invented people that mix everything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from random import Random

from tests.proof.space import PARTS

from .forms import forms, rows
from .table import TABLE, Facts

SEED = 20220002

_BOOLEANS = (
    "works_in_wuhan",
    "employer_is_public_institution",
    "has_current_post",
    "employer_accredited",
    "employer_scope_covers_occupation",
    "occupation_access_type",
    "occupation_matches_current_post",
    "cumulative_work_years_met",
    "related_diploma",
    "specialty_same_or_similar",
    "does_professional_technical_work",
    "meets_hubei_conditions",
    "last3_appraisals_passed",
    "employer_has_appraisals",
    "public_institution_quota_available",
    "retired",
    "reached_retirement_age",
    "delayed_retirement_procedure",
    "flexible_delay_agreement",
    "special_retirement_rule",
    "experts_same_industry",
    "outstanding_contribution",
    "long_term_frontline",
    "exam_conditions_met",
)
_ORDINARY: Facts = {
    "works_in_wuhan": True,
    "employer_affiliation": "wuhan",
    "person_type": "enterprise_employee",
    "has_current_post": True,
    "occupation_matches_current_post": True,
    "cumulative_work_years_met": True,
    "specialty_same_or_similar": True,
    "does_professional_technical_work": True,
    "meets_hubei_conditions": True,
    "last3_appraisals_passed": True,
    "employer_has_appraisals": True,
    "years_in_current_post": 5,
    "retired": False,
    "delayed_retirement_procedure": False,
    "flexible_delay_agreement": False,
    "special_retirement_rule": False,
    "employer_is_public_institution": False,
    "long_term_frontline": True,
    "birth_date": "1980-02-29",
    "sex": "male",
    "target_series": "工程",
}
_CHOICES: dict[str, tuple[object, ...]] = {
    "person_type": (
        "enterprise_employee",
        "school_staff",
        "public_institution_employee",
        "government_employee",
        "social_individual",
    ),
    "employer_affiliation": ("wuhan", "central_or_provincial", "elsewhere", "self_employed", "none"),
    "apply_as": ("through_unit", "individual"),
    "sex": ("male", "female"),
    "female_original_retirement_age": ("50", "55"),
    "years_in_current_post": (0, 1, 2.5, 3, 10),
    "target_series": (
        "工程",
        "农业系列",
        "艺术",
        "文物博物",
        "经济",
        "会计系列",
        "通信",
        "翻译",
        "卫生",
        "高校教师",
    ),
    "target_specialty": ("通信工程", "电气工程"),
    "target_skill_level": ("5", "4", "special_technician", "chief_technician"),
    "claims_actual_skill_level": ("3", "2", "1"),
    "professional_qualification": ("二级建造师",),
    "expert_recommendations": (0, 1, 2, 3),
    "expert_title_level": ("senior", "associate_senior", "intermediate"),
    "education": ("技工院校中级工班", "技工院校高级工班", "技工院校预备技师（技师）班", "大学本科"),
}
_EXPERTS = {
    "expert_recommendations": (2, 2, 3, 1),
    "expert_title_level": ("senior", "senior", "senior", None),
    "experts_same_industry": (True, True, True, None),
}
_CHANNEL = {
    "apply_as": ("through_unit", "individual", None),
    "employer_accredited": (True, False, None),
    "employer_scope_covers_occupation": (True, True, False, None),
    "occupation_access_type": (True, False, False, None),
}
_RARE = (
    "target_skill_level",
    "claims_actual_skill_level",
    "professional_qualification",
    "outstanding_contribution",
)
_RARELY = ("special_retirement_rule", "flexible_delay_agreement", "employer_is_public_institution")


def points(count: int) -> Iterator[Facts]:
    """So many points, the same ones every time: each honour, rows and forms, some of each part, and invented people."""
    dice = Random(SEED)
    systematic = [*honoured(), *islice(rows(count), count // 8), *islice(forms(count), count // 8)][:count]
    rest = count - len(systematic)
    yield from systematic
    yield from spread(rest // 2, dice)
    yield from people(rest - rest // 2)


def honoured() -> Iterator[Facts]:
    """Each honour alone, with the experts that some need and a certificate too young for the road by years."""
    skill = {"level": "3", "obtained": "2026-01-01", "same_occupation": True, "continuous": True}
    experts = {"expert_recommendations": 2, "expert_title_level": "senior", "experts_same_industry": True}
    for name in dict.fromkeys(_honour_names()):
        contest = {"role": "competitor", "result": "铜牌"} if name in TABLE["honours"]["contests"] else {}
        yield {
            **_ORDINARY,
            **experts,
            "as_of": "2026-11-23",
            "skills": [skill],
            "awards": [{"name": name, **contest}],
        }


def _honour_names() -> list[str]:
    return [name for row in TABLE["honours"]["rows"] for name in _names(row)]


def spread(count: int, dice: Random) -> Iterator[Facts]:
    """So many points of the enumeration, at random places, as many of each part."""
    for number, part in enumerate(PARTS.values()):
        share = (count + number) // len(PARTS)
        total = sum(1 for _ in part())
        chosen = set(dice.sample(range(total), min(share, total)))
        yield from (facts for place, facts in enumerate(part()) if place in chosen)


def people(count: int, seed: int = SEED) -> Iterator[Facts]:
    """Invented people: both directions at once, several entries, imprecise dates, different days."""
    dice = Random(seed)
    for _ in range(count):
        yield person(dice)


def person(dice: Random) -> Facts:
    """One of them: mostly ordinary, with a few facts changed or left out."""
    facts: Facts = dict(_ORDINARY)
    year = dice.choice((2024, 2025, 2026, 2027, 2028))
    facts["as_of"] = dice.choice(
        (f"{year}-02-28", f"{year}-03-01", f"{year}-06-30", f"{year}-11-23", f"{year}-12-31")
    )
    if year in (2024, 2028) and dice.random() < 0.2:
        facts["as_of"] = f"{year}-02-29"
    for key in dice.sample(_BOOLEANS, dice.randint(0, 5)):
        if key not in _RARELY or dice.random() < 0.3:
            _set(facts, key, dice.choice((True, False, None)))
    for key in dice.sample(sorted(_CHOICES), dice.randint(0, 5)):
        if key not in _RARE or dice.random() < 0.4:
            _set(facts, key, dice.choice((*_CHOICES[key], None)))
    for keys in (_EXPERTS, _CHANNEL):
        if dice.random() < 0.4:
            for key, values in keys.items():
                _set(facts, key, dice.choice(values))
    if dice.random() < 0.5:
        facts["birth_date"] = _birth(dice)
        if dice.random() < 0.1:
            del facts["birth_date"]
    for key, make in (("titles", _title), ("skills", _skill), ("awards", _award)):
        if dice.random() < 0.9:
            facts[key] = [make(dice, facts["as_of"]) for _ in range(dice.choice((0, 1, 1, 2, 2, 3)))]
    return facts


def _set(facts: Facts, key: str, value: object) -> None:
    if value is None:
        facts.pop(key, None)
    else:
        facts[key] = value


def _birth(dice: Random) -> str:
    year, month, day = dice.randint(1958, 1992), dice.randint(1, 12), dice.choice((1, 15, 28))
    return dice.choice((f"{year}-{month:02}-{day:02}",) * 6 + (f"{year}-{month:02}", f"{year}"))


def _date(dice: Random, as_of: str) -> str | None:
    """On, before and after anniversaries; imprecise, missing, to come."""
    year = int(as_of[:4]) - dice.randint(0, 5)
    day = min(as_of[5:], "02-28") if as_of[5:] == "02-29" else as_of[5:]
    shapes = (
        f"{year}-{day}",
        f"{year}-01-01",
        f"{year}-06-15",
        f"{year}-12-01",
        f"{year}{as_of[4:7]}",
        f"{year}-05",
        f"{year}",
        "2020-02-29",
        "2024-02-29",
        "2010-10-10",
        None,
    )
    return dice.choice(shapes)


def _some(dice: Random, **entry: object) -> Facts:
    return {key: value for key, value in entry.items() if value is not None}


def _title(dice: Random, as_of: str) -> Facts:
    names = TABLE["title_names"]
    level = dice.choice(("below_assistant", "junior_unspecified", *list(names)[:4], *list(names)[:4], None))
    name = None
    if dice.random() < 0.3:
        level, name = dice.choice((level, None, None)), dice.choice(names[dice.choice(list(names))])
    return _some(
        dice,
        level=level,
        name=name,
        obtained=_date(dice, as_of),
        specialty_matches=dice.choice((True, True, True, False, None)),
        recognised=dice.choice((None, None, None, True, False)),
        date_kind=dice.choice((None, None, None, "approved", "appointed", "printed")),
    )


def _skill(dice: Random, as_of: str) -> Facts:
    levels = TABLE["levels"]["skill"]
    return _some(
        dice,
        level=dice.choice((*levels, "3", "2", "1", "3", "2", "1", None)),
        obtained=_date(dice, as_of),
        same_occupation=dice.choice((True, True, True, False, None)),
        via_this_policy=dice.choice((True, True, False, None)),
        recognised=dice.choice((None, None, None, True, False)),
        continuous=dice.choice((True, True, False, None)),
        years_worked=dice.choice((None, None, None, 1, 2, 3, 4, 6)),
    )


def _award(dice: Random, as_of: str) -> Facts:
    names = [name for row in TABLE["honours"]["rows"] for name in _names(row)]
    name = dice.choice(
        (*names, *TABLE["honours"]["contests"] * 3, "全国职业技能大赛", "湖北省技术能手", None)
    )
    if name not in (*TABLE["honours"]["contests"], "全国职业技能大赛"):
        return _some(dice, name=name)
    return _some(
        dice,
        name=name,
        role=dice.choice(("competitor", "head_coach", "assistant_coach", "other", None)),
        result=dice.choice(("金牌", "银牌", "铜牌", "优胜奖", "入围", None)),
        coached=dice.choice((None, "student", "employee")),
    )


def _names(row: Facts) -> list[str]:
    name = row.get("name", [])
    return [name] if isinstance(name, str) else list(name)

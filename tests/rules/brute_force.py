"""Which questions matter, by brute force: every completion of what is unknown, tried in full.

A point is a person who has answered everything but one to four facts. A question about one of these matters exactly when two
of its answers lead to different results beside some answers to the others. ``PARTS`` names the facts that vary together; all
others are answered, and lists hold values on both sides of every threshold. An imprecise date is an answer (A02): it is
never made precise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Any

from guantong.assess import assess
from tests.rules.laws import Facts, signature

AS_OF = "2026-11-23"
MOST_UNKNOWN = 4
SERIES, BIRTH, REACHED = "/target_series", "/birth_date", "/reached_retirement_age"
NATURE = "/employer_is_public_institution"
YES_NO = (True, False)
_CERTIFICATE = {
    "obtained": "2024-01-10",
    "same_occupation": True,
    "via_this_policy": True,
    "continuous": True,
}
_TITLE = {"obtained": "2022-01-10", "specialty_matches": True}
PERSON_TYPES = (
    "enterprise_employee",
    "school_staff",
    "public_institution_employee",
    "government_employee",
    "social_individual",
)
AFFILIATIONS = ("wuhan", "central_or_provincial", "elsewhere", "self_employed", "none")
TITLE_LEVELS = (
    "below_assistant",
    "junior_unspecified",
    "assistant",
    "intermediate",
    "associate_senior",
    "senior",
)
SKILL_LEVELS = ("apprentice", "4", "3", "2", "1", "special_technician", "chief_technician")
#: pointer → the answers that stand for all
VALUES: dict[str, Sequence[Any]] = {
    "/works_in_wuhan": YES_NO,
    "/employer_affiliation": AFFILIATIONS,
    "/person_type": PERSON_TYPES,
    "/employer_is_public_institution": YES_NO,
    "/apply_as": ("through_unit", "individual"),
    "/employer_accredited": YES_NO,
    "/employer_scope_covers_occupation": YES_NO,
    "/occupation_access_type": YES_NO,
    "/titles": (
        [],
        [{"level": "assistant", **_TITLE}],
        [{"level": "assistant", **_TITLE, "obtained": "2026-01-10"}],
        [{"level": "intermediate", **_TITLE}],
        [{"level": "senior", **_TITLE}],
        [{"level": "associate_senior", **_TITLE, "specialty_matches": False}],
    ),
    "/titles/0/level": TITLE_LEVELS,
    "/titles/0/obtained": ("2015-03-01", "2023-11-23", "2023-11-24", "2023-11", "2025-06-01"),
    "/titles/0/specialty_matches": YES_NO,
    "/skills": (
        [],
        [{"level": "4", **_CERTIFICATE}],
        [{"level": "3", **_CERTIFICATE}],
        [{"level": "2", **_CERTIFICATE, "obtained": "2020-01-10"}],
        [{"level": "1", **_CERTIFICATE, "obtained": "2020-01-10"}],
        [{"level": "chief_technician", **_CERTIFICATE}],
    ),
    "/skills/0/level": SKILL_LEVELS,
    "/skills/0/obtained": ("2015-03-01", "2022-11-23", "2023-11-24", "2024-11", "2025-11-23", "2026-06-01"),
    "/skills/0/same_occupation": YES_NO,
    "/skills/0/via_this_policy": YES_NO,
    "/skills/0/continuous": YES_NO,
    "/occupation_matches_current_post": YES_NO,
    "/cumulative_work_years_met": YES_NO,
    "/related_diploma": YES_NO,
    "/target_series": ("工程", "艺术", "会计", "卫生"),
    "/specialty_same_or_similar": YES_NO,
    "/does_professional_technical_work": YES_NO,
    "/meets_hubei_conditions": YES_NO,
    "/last3_appraisals_passed": YES_NO,
    "/years_in_current_post": (2, 3),
    "/public_institution_quota_available": YES_NO,
    "/retired": YES_NO,
    "/reached_retirement_age": YES_NO,
    "/delayed_retirement_procedure": YES_NO,
    "/birth_date": ("1955-01-01", "1965-02-01", "1971-05-05", "1975-03", "1990-01-01"),
    "/sex": ("male", "female"),
    "/female_original_retirement_age": ("50", "55"),
    "/awards": (
        [],
        [{"name": "武汉工匠"}],
        [{"name": "中华技能大奖"}],
        [{"name": "区技术能手"}],
        [{"name": "世界技能大赛", "role": "competitor", "result": "第五名"}],
    ),
    "/awards/0/name": (
        "武汉工匠",
        "中华技能大奖",
        "世界技能大赛",
        "中华人民共和国职业技能大赛",
        "区技术能手",
    ),
    "/awards/0/role": ("competitor", "head_coach", "assistant_coach"),
    "/awards/0/result": ("金牌", "优胜奖", "第五名"),
    "/expert_recommendations": (1, 2),
    "/expert_title_level": ("senior", "associate_senior"),
    "/experts_same_industry": YES_NO,
    "/exam_conditions_met": YES_NO,
}
#: who answered everything, with every gate open
BASE: Facts = {
    "as_of": AS_OF,
    "works_in_wuhan": True,
    "employer_affiliation": "wuhan",
    "person_type": "enterprise_employee",
    "apply_as": "through_unit",
    "employer_accredited": False,
    "employer_scope_covers_occupation": True,
    "occupation_access_type": False,
    "titles": [],
    "skills": [],
    "occupation_matches_current_post": True,
    "cumulative_work_years_met": True,
    "related_diploma": True,
    "target_series": "工程",
    "specialty_same_or_similar": True,
    "does_professional_technical_work": True,
    "meets_hubei_conditions": True,
    "last3_appraisals_passed": True,
    "years_in_current_post": 6,
    "public_institution_quota_available": True,
    "retired": False,
    "delayed_retirement_procedure": False,
    "birth_date": "1990-05-05",
    "sex": "male",
    "female_original_retirement_age": "55",
    "awards": [],
    "expert_recommendations": 2,
    "expert_title_level": "senior",
    "experts_same_industry": True,
    "exam_conditions_met": True,
}
_MASTER = [{"level": "1", **_CERTIFICATE, "obtained": "2020-01-10"}]
_GATES = (
    "/works_in_wuhan",
    "/person_type",
    "/employer_affiliation",
    "/occupation_matches_current_post",
    "/retired",
)


@dataclass(frozen=True)
class Part:
    """Facts that vary together, and what is fixed beside them."""

    vary: tuple[str, ...]
    fixed: Facts


def _entry(key: str, *items: str) -> tuple[str, ...]:
    return tuple(f"/{key}/0/{item}" for item in items)


PARTS: dict[str, Part] = {
    "titles": Part(
        (
            *_entry("titles", "level", "obtained", "specialty_matches"),
            "/cumulative_work_years_met",
            "/skills",
        ),
        {},
    ),
    "promotions": Part(
        (
            *_entry("skills", "level", "obtained", "same_occupation", "via_this_policy"),
            "/titles",
            "/cumulative_work_years_met",
        ),
        {"does_professional_technical_work": False},
    ),
    "skill_gates": Part(
        (*_GATES, "/cumulative_work_years_met", "/titles"), {"does_professional_technical_work": False}
    ),
    "channels": Part(
        (
            "/person_type",
            "/apply_as",
            "/employer_accredited",
            "/employer_scope_covers_occupation",
            "/occupation_access_type",
            "/related_diploma",
        ),
        {},
    ),
    "skills": Part(
        (
            *_entry("skills", "level", "obtained", "same_occupation", "continuous"),
            "/does_professional_technical_work",
            "/awards",
        ),
        {},
    ),
    "title_gates": Part(
        (
            "/employer_affiliation",
            "/person_type",
            "/employer_is_public_institution",
            "/specialty_same_or_similar",
            "/does_professional_technical_work",
            "/meets_hubei_conditions",
            "/last3_appraisals_passed",
            "/years_in_current_post",
            "/public_institution_quota_available",
            "/skills",
        ),
        {},
    ),
    "ages": Part(
        (
            "/birth_date",
            "/reached_retirement_age",
            "/sex",
            "/female_original_retirement_age",
            "/retired",
            "/delayed_retirement_procedure",
            "/titles",
            "/skills/0/obtained",
        ),
        {"skills": _MASTER, "occupation_matches_current_post": True},
    ),
    "honours": Part(
        (
            *_entry("awards", "name", "role", "result"),
            "/expert_recommendations",
            "/expert_title_level",
            "/experts_same_industry",
            "/skills",
        ),
        {},
    ),
    "honour_lists": Part(
        (
            "/awards",
            "/expert_recommendations",
            "/experts_same_industry",
            "/meets_hubei_conditions",
            "/skills",
        ),
        {},
    ),
    "series": Part(
        ("/target_series", "/exam_conditions_met", "/meets_hubei_conditions", "/skills", "/awards"), {}
    ),
}


def put(facts: Facts, at: str, value: Any) -> Facts:
    """The facts with an answer at a pointer; ``None`` takes it away."""
    _, key, *rest = at.split("/")
    if rest:
        entry = dict((facts.get(key) or [{}])[0])
        entry.pop(rest[1], None)
        if value is not None:
            entry[rest[1]] = value
        return {**facts, key: [entry]}
    found = {k: v for k, v in facts.items() if k != key}
    return found if value is None else {**found, key: value}


@dataclass(frozen=True)
class Point:
    """What is answered, and what is not, by pointer."""

    part: str
    facts: Facts
    unknown: tuple[str, ...]


def points(part: str, seed: int) -> Iterator[Point]:
    """Points of one part without end, the same for a seed."""
    random = Random(f"{part} {seed}")
    vary = PARTS[part].vary
    while True:
        facts = {**BASE, **PARTS[part].fixed}
        for at in vary:
            facts = put(facts, at, random.choice(VALUES[at]))
        unknown = tuple(sorted(random.sample(vary, random.randint(1, MOST_UNKNOWN))))
        if facts["person_type"] != "school_staff" or "/person_type" in unknown:
            unknown = tuple(
                at for at in unknown if at != NATURE
            )  # only a school's is unknown until stated (contract)
        for at in unknown:
            facts = put(facts, at, None)
        yield Point(part, facts, unknown)


def matters(point: Point) -> set[str]:
    """The unknown facts of which two answers give different results beside some answers to the others.

    No series is a case of its own, which the roads of review answer, and whether the age is reached is for those who give
    no birth date (contract): beside others these two stay unanswered.
    """
    unknown = set(point.unknown)
    found = _decisive(point, unknown - {SERIES})
    if SERIES in unknown:
        found |= _decisive(point, unknown) & {SERIES}
    if REACHED in unknown:
        found |= _decisive(point, unknown - {SERIES, BIRTH}) & {REACHED}
    return found


def _decisive(point: Point, among: set[str]) -> set[str]:
    unknown = tuple(sorted(among))
    results = {
        answers: signature(_completed(point.facts, unknown, answers))
        for answers in product(*(range(len(VALUES[at])) for at in unknown))
    }
    return {
        at
        for position, at in enumerate(unknown)
        if any(
            results[(*answers[:position], 0, *answers[position + 1 :])] != found
            for answers, found in results.items()
        )
    }


def _completed(facts: Facts, unknown: tuple[str, ...], answers: tuple[int, ...]) -> Facts:
    for at, number in zip(unknown, answers, strict=True):
        facts = put(facts, at, VALUES[at][number])
    return facts


def broken(point: Point) -> Iterator[str]:
    """Questions that don't matter, and what matters and is not asked."""
    asked = set(assess(point.facts)["questions"])
    wanted = matters(point)
    known = set(VALUES) - set(point.unknown)
    for at in sorted(asked & set(point.unknown) - wanted):
        yield f"asked in vain: {at}"
    for at in sorted(wanted - asked):
        yield f"not asked although it matters: {at}"
    for at in sorted(asked & known):
        if _answered(point.facts, at):
            yield f"asked although answered: {at}"


def _answered(facts: Facts, at: str) -> bool:
    _, key, *rest = at.split("/")
    value = facts.get(key)
    return value is not None and (not rest or value[int(rest[0])].get(rest[1]) is not None)

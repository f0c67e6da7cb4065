"""The made-up person of each guide: whose facts, which road is shown. Nobody real; the rules say what comes of the facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Facts = dict[str, Any]

#: one day for all examples, so that a page says the same whenever it is built
DAY = "2026-11-23"

_TITLE_SIDE: Facts = {
    "as_of": DAY,
    "works_in_wuhan": True,
    "person_type": "enterprise_employee",
    "apply_as": "through_unit",
    "employer_accredited": False,
    "occupation_access_type": False,
    "occupation_matches_current_post": True,
    "cumulative_work_years_met": True,
    "related_diploma": True,
}
_SKILL_SIDE: Facts = {
    "as_of": DAY,
    "employer_affiliation": "wuhan",
    "person_type": "enterprise_employee",
    "target_series": "工程",
    "specialty_same_or_similar": True,
    "does_professional_technical_work": True,
    "meets_hubei_conditions": True,
    "last3_appraisals_passed": True,
    "years_in_current_post": 6,
    "retired": False,
    "titles": [],
    "awards": [],
}


def _title(level: str, obtained: str, **more: object) -> Facts:
    return {"level": level, "obtained": obtained, "specialty_matches": True, **more}


def _skill(level: str, obtained: str, **more: object) -> Facts:
    return {"level": level, "obtained": obtained, "same_occupation": True, "continuous": True, **more}


@dataclass(frozen=True, slots=True)
class Example:
    """The person of a guide and the targets that its page shows."""

    who: str
    facts: Facts
    targets: tuple[str, ...]
    channel: str = "title_to_skill"


EXAMPLES: dict[str, Example] = {
    "engineer": Example(
        "何工，机械企业的助理工程师",
        {**_TITLE_SIDE, "titles": [_title("assistant", "2024-03-18", name="助理工程师")], "skills": []},
        ("skill_3", "skill_2"),
    ),
    "technician": Example(
        "顾师傅，本市企业的技师",
        {
            **_SKILL_SIDE,
            "skills": [_skill("2", "2024-07-01")],
            "birth_date": "1985-04-09",
            "sex": "male",
        },
        ("assistant", "intermediate"),
        "skill_to_title",
    ),
    "promotion": Example(
        "苏工，先凭职称拿到三级，再晋级",
        {
            **_TITLE_SIDE,
            "titles": [_title("assistant", "2025-05-12", name="助理工程师")],
            "skills": [_skill("3", "2026-02-20", via_this_policy=True)],
        },
        ("skill_2", "skill_1"),
    ),
    "honours": Example(
        "江师傅，全国技术能手，有高级技师证书",
        {
            **_SKILL_SIDE,
            "skills": [_skill("1", "2025-09-10")],
            "awards": [{"name": "全国技术能手"}],
            "long_term_frontline": True,
            "expert_recommendations": 2,
            "expert_title_level": "senior",
            "experts_same_industry": True,
            "birth_date": "1980-11-02",
            "sex": "male",
        },
        ("associate_senior", "senior"),
        "skill_to_title",
    ),
    "individual": Example(
        "沈老师，没有单位的工艺美术师",
        {
            **_TITLE_SIDE,
            "person_type": "social_individual",
            "apply_as": "individual",
            "has_current_post": False,
            "titles": [_title("intermediate", "2022-06-08", name="工艺美术师")],
            "skills": [],
        },
        ("skill_2", "skill_1"),
    ),
    "access_type": Example(
        "潘工，申报的职业是准入类",
        {
            **_TITLE_SIDE,
            "employer_accredited": True,
            "employer_scope_covers_occupation": True,
            "occupation_access_type": True,
            "titles": [_title("intermediate", "2023-10-30", name="工程师")],
            "skills": [],
        },
        ("skill_2", "skill_1"),
    ),
    "near_retirement": Example(
        "鲁师傅，离退休不远的高级工",
        {
            **_SKILL_SIDE,
            "skills": [_skill("3", "2025-03-01")],
            "birth_date": "1966-10-20",
            "sex": "male",
        },
        ("assistant", "intermediate"),
        "skill_to_title",
    ),
    "exam_series": Example(
        "姚姐，有高级工证书，想考会计",
        {
            **_SKILL_SIDE,
            "target_series": "会计",
            "skills": [_skill("3", "2022-04-15")],
            "exam_conditions_met": True,
        },
        ("assistant", "intermediate", "exam_registration"),
        "skill_to_title",
    ),
    "accredited": Example(
        "有资质的企业，员工是工程师，职业在备案范围内",
        {
            **_TITLE_SIDE,
            "employer_accredited": True,
            "employer_scope_covers_occupation": True,
            "titles": [_title("intermediate", "2024-01-09", name="工程师")],
            "skills": [],
        },
        ("skill_2", "skill_1"),
    ),
    "outside_scope": Example(
        "有资质的企业，但职业不在备案范围内",
        {
            **_TITLE_SIDE,
            "employer_accredited": True,
            "employer_scope_covers_occupation": False,
            "titles": [_title("intermediate", "2024-01-09", name="工程师")],
            "skills": [],
        },
        ("skill_2",),
    ),
    "hr": Example(
        "事业单位的技师，岗位没有空额",
        {
            **_SKILL_SIDE,
            "person_type": "public_institution_employee",
            "public_institution_quota_available": False,
            "skills": [_skill("2", "2023-02-14")],
            "birth_date": "1979-08-30",
            "sex": "female",
            "female_original_retirement_age": "50",
        },
        ("assistant", "intermediate"),
        "skill_to_title",
    ),
    "committee": Example(
        "高级技师，向评委会申报副高级",
        {
            **_SKILL_SIDE,
            "skills": [_skill("1", "2021-06-15")],
            "birth_date": "1976-03-03",
            "sex": "male",
        },
        ("associate_senior",),
        "skill_to_title",
    ),
}

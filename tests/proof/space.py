"""The discretised space of facts: every level, every choice, unknown, and dates before, on and after each threshold.

The whole product is pruned only by what provably can't matter: the gates of a direction are conditions of every road and
meet the certificates only by intersection, so certificates are enumerated with the gates open and the gates with one
certificate of each kind. ``PARTS`` names each part; its points are facts in the contract's form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

Facts = dict[str, Any]

AS_OF = "2026-11-23"
YES_NO_UNKNOWN = (True, False, None)
PERSON_TYPES = (
    "enterprise_employee",
    "school_staff",
    "public_institution_employee",
    "government_employee",
    "social_individual",
    None,
)
AFFILIATIONS = ("wuhan", "central_or_provincial", "elsewhere", "self_employed", "none", None)
TITLE_LEVELS = (
    "below_assistant",
    "junior_unspecified",
    "assistant",
    "intermediate",
    "associate_senior",
    "senior",
    None,
)
SKILL_LEVELS = ("apprentice", "5", "4", "3", "2", "1", "special_technician", "chief_technician", None)
EXPERT_LEVELS = ("senior", "associate_senior", None)

SKILL_GATES: Facts = {
    "works_in_wuhan": True,
    "person_type": "enterprise_employee",
    "employer_affiliation": "wuhan",
    "occupation_matches_current_post": True,
    "cumulative_work_years_met": True,
    "retired": False,
}
TITLE_GATES: Facts = {
    "person_type": "enterprise_employee",
    "employer_affiliation": "wuhan",
    "target_series": "工程",
    "specialty_same_or_similar": True,
    "does_professional_technical_work": True,
    "meets_hubei_conditions": True,
    "last3_appraisals_passed": True,
    "years_in_current_post": 6,
    "retired": False,
    "delayed_retirement_procedure": False,
    "birth_date": "1985-05-05",
    "sex": "male",
}


def around(years: int) -> tuple[str | None, ...]:
    """Dates of a certificate on both sides of its ``years``-th anniversary on the day, imprecise, missing, to come."""
    year = int(AS_OF[:4]) - years
    return (
        f"{year - 1}-01-15",
        f"{year}{AS_OF[4:]}",
        f"{year}-11-24",
        f"{year}-11",
        f"{year}",
        f"{year - 1}",
        f"{year + 1}-12-01" if years > 1 else "2026-11-22",
        "2026-11",
        "2027-01-01",
        None,
    )


def _only_given(**facts: Any) -> Facts:
    return {key: value for key, value in facts.items() if value is not None}


def _times(**choices: Iterable[Any]) -> Iterator[Facts]:
    """Every combination of these facts; ``None`` leaves a fact out."""
    for values in product(*choices.values()):
        yield _only_given(**dict(zip(choices, values, strict=True)))


def titles() -> Iterator[list[Facts] | None]:
    """Lists of titles: none, unknown, each single entry, and pairs of neighbouring rungs."""
    yield None
    yield []
    for entry in _times(
        level=TITLE_LEVELS,
        obtained=around(3),
        specialty_matches=YES_NO_UNKNOWN,
        recognised=(None, False),
        date_kind=(None, "appointed"),
    ):
        yield [entry]
    pairs = (
        ("assistant", "intermediate"),
        ("intermediate", "associate_senior"),
        ("below_assistant", "assistant"),
    )
    for (low, high), first, second, fits, also in product(
        pairs, around(3), around(3), YES_NO_UNKNOWN, YES_NO_UNKNOWN
    ):
        yield [
            _only_given(level=low, obtained=first, specialty_matches=fits),
            _only_given(level=high, obtained=second, specialty_matches=also),
        ]


def titles_and_gates_open() -> Iterator[Facts]:
    """Title → skill: every list of titles, with no skill certificate, unknown ones, and claims."""
    extras: tuple[Facts, ...] = (
        {},
        {"skills": []},
        {"skills": [], "professional_qualification": "二级建造师"},
    )
    for held, extra, claim in product(titles(), extras, (None, "1")):
        yield {
            **SKILL_GATES,
            **extra,
            **_only_given(titles=held, claims_actual_skill_level=claim),
            "as_of": AS_OF,
        }


def promotions() -> Iterator[Facts]:
    """Title → skill: every certificate that might promote, beside a few titles."""
    held: tuple[list[Facts] | None, ...] = (
        None,
        [],
        [{"level": "assistant", "obtained": "2026-01-01", "specialty_matches": True}],
        [{"level": "intermediate", "obtained": "2025-01-01", "specialty_matches": None}],
        [{"level": "below_assistant", "specialty_matches": True}],
    )
    entries = _times(
        level=SKILL_LEVELS,
        obtained=around(1),
        same_occupation=YES_NO_UNKNOWN,
        via_this_policy=YES_NO_UNKNOWN,
        recognised=(None, False),
    )
    for entry, owned, years in product(entries, held, YES_NO_UNKNOWN):
        facts = {**SKILL_GATES, "skills": [entry], **_only_given(titles=owned), "as_of": AS_OF}
        yield {**facts, "cumulative_work_years_met": years}


def skill_gates() -> Iterator[Facts]:
    """Title → skill: every combination of the gates, with one title that suffices and one that doesn't yet."""
    certificates = (
        [{"level": "intermediate", "obtained": "2020-01-01", "specialty_matches": True}],
        [{"level": "assistant", "obtained": "2025-01-01", "specialty_matches": True}],
    )
    for facts in _times(
        works_in_wuhan=YES_NO_UNKNOWN,
        person_type=PERSON_TYPES,
        employer_affiliation=("wuhan", "elsewhere", None),
        occupation_matches_current_post=YES_NO_UNKNOWN,
        has_current_post=YES_NO_UNKNOWN,
        retired=YES_NO_UNKNOWN,
        cumulative_work_years_met=YES_NO_UNKNOWN,
        titles=certificates,
    ):
        yield {**facts, "skills": [], "as_of": AS_OF}


def channels() -> Iterator[Facts]:
    """Title → skill: every combination that decides where to apply and whether theory may be waived."""
    for facts in _times(
        person_type=PERSON_TYPES,
        apply_as=("through_unit", "individual", None),
        employer_accredited=YES_NO_UNKNOWN,
        employer_scope_covers_occupation=YES_NO_UNKNOWN,
        occupation_access_type=YES_NO_UNKNOWN,
        related_diploma=YES_NO_UNKNOWN,
    ):
        yield {**facts, "works_in_wuhan": True, "titles": [], "skills": [], "as_of": AS_OF}


def skills_and_gates_open() -> Iterator[Facts]:
    """Skill → title: every single certificate, and pairs, with the gates open."""
    for years in (2, 3, 4):
        for entry in _times(
            level=SKILL_LEVELS,
            obtained=around(years),
            same_occupation=YES_NO_UNKNOWN,
            continuous=YES_NO_UNKNOWN,
            years_worked=(None, years - 1, years),
            recognised=(None, False),
        ):
            yield {**TITLE_GATES, "skills": [entry], "awards": [], "as_of": AS_OF}
    for low, high in (("3", "2"), ("2", "1"), ("1", "special_technician"), ("3", "1"), ("4", "3")):
        for first, second, same, also in product(around(2), around(4), YES_NO_UNKNOWN, YES_NO_UNKNOWN):
            entries = [
                _only_given(level=low, obtained=first, same_occupation=same, continuous=True),
                _only_given(level=high, obtained=second, same_occupation=also, continuous=True),
            ]
            yield {**TITLE_GATES, "skills": entries, "awards": [], "as_of": AS_OF}
    nothing: tuple[list[Facts] | None, ...] = (None, [])
    for held in nothing:
        yield {**TITLE_GATES, **_only_given(skills=held), "as_of": AS_OF}


_MASTER = {"level": "1", "obtained": "2020-01-01", "same_occupation": True, "continuous": True}


def title_gates() -> Iterator[Facts]:
    """Skill → title: every combination of the gates of the person, the unit and the appraisals."""
    for facts in _times(
        employer_affiliation=AFFILIATIONS,
        person_type=PERSON_TYPES,
        specialty_same_or_similar=YES_NO_UNKNOWN,
        does_professional_technical_work=YES_NO_UNKNOWN,
        meets_hubei_conditions=YES_NO_UNKNOWN,
        last3_appraisals_passed=YES_NO_UNKNOWN,
        years_in_current_post=(2, 3, None),
        employer_has_appraisals=(False, None),
        has_current_post=(False, None),
        public_institution_quota_available=YES_NO_UNKNOWN,
    ):
        rest = {key: TITLE_GATES[key] for key in ("target_series", "retired", "birth_date", "sex")}
        yield {**rest, **facts, "skills": [_MASTER], "awards": [], "as_of": AS_OF}


def ages() -> Iterator[Facts]:
    """Skill → title: everything that bears on the retirement bar, with a clock that is done and one that is not."""
    births = ("1960-01-01", "1963-11-23", "1966-03", "1968-11-24", "1971-05-05", "1976", "1990-01-01", None)
    recent = {**_MASTER, "obtained": "2024-06-01"}
    for facts in _times(
        birth_date=births,
        reached_retirement_age=YES_NO_UNKNOWN,
        sex=("male", "female", None),
        female_original_retirement_age=("50", "55", None),
        retired=YES_NO_UNKNOWN,
        delayed_retirement_procedure=YES_NO_UNKNOWN,
        flexible_delay_agreement=(True, None),
        special_retirement_rule=(True, None),
        titles=([{"level": "associate_senior", "obtained": "2015-01-01"}], []),
        skills=([_MASTER], [recent]),
    ):
        open_gates = {
            key: value
            for key, value in TITLE_GATES.items()
            if key not in ("birth_date", "sex", "retired", "delayed_retirement_procedure")
        }
        yield {**open_gates, **facts, "awards": [], "as_of": AS_OF}


def honours() -> Iterator[Facts]:
    """Skill → title: every honour with every role, result and coached person, experts, front line, merit."""
    contests = list(
        _times(
            name=("世界技能大赛", "中华人民共和国职业技能大赛"),
            role=("competitor", "head_coach", "assistant_coach", "other", None),
            result=("金牌", "铜牌", "优胜奖", "参赛奖", None),
            coached=(None, "employee"),
        )
    )
    names = (
        "中华技能大奖",
        "享受国务院政府特殊津贴",
        "全国技术能手",
        "国家级技能大师工作室带头人",
        "湖北工匠",
        "武汉工匠",
        "享受省政府专项津贴",
        "享受市政府专项津贴",
        "湖北省技术能手",
        None,
    )
    lists: list[list[Facts] | None] = [
        None,
        [],
        *([entry] for entry in contests),
        *([_only_given(name=n)] for n in names),
    ]
    for held, count, level, same, front, merit in product(
        lists,
        (0, 1, 2, None),
        EXPERT_LEVELS,
        YES_NO_UNKNOWN,
        YES_NO_UNKNOWN,
        (True, None),
    ):
        facts = _only_given(
            awards=held,
            expert_recommendations=count,
            expert_title_level=level,
            experts_same_industry=same,
            long_term_frontline=front,
            outstanding_contribution=merit,
        )
        yield {
            **TITLE_GATES,
            **facts,
            "skills": [{"level": "3", "obtained": "2025-01-01", "same_occupation": True}],
            "as_of": AS_OF,
        }


def series() -> Iterator[Facts]:
    """Skill → title: reviewed, examined, unnamed and no series, with certificates, gates and exam conditions."""
    for facts in _times(
        target_series=("工程", "艺术系列", "会计", "通信", "软考", "卫生", "档案", None),
        target_specialty=("通信工程", None),
        exam_conditions_met=YES_NO_UNKNOWN,
        meets_hubei_conditions=YES_NO_UNKNOWN,
        skills=([_MASTER], [], None),
        awards=([{"name": "中华技能大奖"}], [], None),
        target_skill_level=("5", "4", "special_technician", "chief_technician", None),
    ):
        gates = {k: v for k, v in TITLE_GATES.items() if k not in ("target_series", "meets_hubei_conditions")}
        yield {**gates, **facts, "as_of": AS_OF}


PARTS: dict[str, Callable[[], Iterator[Facts]]] = {
    "titles": titles_and_gates_open,
    "promotions": promotions,
    "skill_gates": skill_gates,
    "channels": channels,
    "skills": skills_and_gates_open,
    "title_gates": title_gates,
    "ages": ages,
    "honours": honours,
    "series": series,
}

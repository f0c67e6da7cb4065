"""一、基本原则 — of its four principles only （二） is a condition."""

from __future__ import annotations

from .conditions import CENTRE, COMMITTEE, Condition, gate
from .person import Person, TitleEntry
from .windows import GATE, NO, YES


def title_fits_occupation(entry: TitleEntry) -> Condition:
    """Whether a title's field matches the occupation applied for; only the person and the evaluator can tell (A11).

    C012 其本人从事的专业须与申报的专业技术职称专业或技能评价职业（工种）相同或相近。
    """
    fits = entry.specialty_matches
    says = {
        True: f"{entry.label}的专业，与申报职业（工种）相同或相近",
        False: f"{entry.label}的专业，与申报职业（工种）不相近，不能用来申报",
        None: f"{entry.label}的专业，与申报职业（工种）是否相同或相近，还没有答",
    }[fits]
    at = f"{entry.at}/specialty_matches"
    return Condition(
        YES if fits else GATE if fits is None else NO,
        "C012",
        says,
        (at,),
        ("A11",),
        asks=(at,) if fits is None else (),
        lacking="专业与申报职业（工种）相同或相近的职称",
        confirm=f"{entry.label}的专业，与要申报的职业（工种）算不算“相同或相近”",
        office=CENTRE,
    )


def work_fits_title(person: Person) -> Condition:
    """Whether the work matches the title applied for (A11).

    C012 其本人从事的专业须与申报的专业技术职称专业或技能评价职业（工种）相同或相近。
    """
    return gate(
        person.specialty_same_or_similar,
        "C012",
        "specialty_same_or_similar",
        (
            "从事的专业与申报的职称专业相同或相近",
            "从事的专业与申报的职称专业不相近",
            "从事的专业与申报的职称专业是否相近，还没有答",
        ),
        readings=("A11",),
        lacking="与申报职称专业相同或相近的工作",
        confirm="从事的专业，与要申报的职称专业算不算“相同或相近”",
        office=COMMITTEE,
    )

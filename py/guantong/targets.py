"""The roads to every target that a person's facts call for."""

from __future__ import annotations

from dataclasses import dataclass, field

from . import (
    chapter_2,
    chapter_3_applicants,
    chapter_3_conditions,
    chapter_4_applicants,
    chapter_4_conditions,
    chapter_4_honours,
)
from .conditions import SKILL_DESK, Condition, Route, judged
from .person import Person

SKILLS = ("skill_3", "skill_2", "skill_1")
TITLES = ("assistant", "intermediate", "associate_senior", "senior")
NAMES = {
    "skill_5": "五级/初级工",
    "skill_4": "四级/中级工",
    "skill_3": "三级/高级工",
    "skill_2": "二级/技师",
    "skill_1": "一级/高级技师",
    "special_technician": "特级技师",
    "chief_technician": "首席技师",
    "assistant": "助理级职称",
    "intermediate": "中级职称",
    "associate_senior": "副高级职称",
    "senior": "正高级职称",
    "exam_registration": "考试报名",
}
OUTSIDE = {"4": "skill_4", "5": "skill_5"}


@dataclass(frozen=True)
class Note:
    """What to know although it doesn't change the status; its clause is cited."""

    says: str
    readings: tuple[str, ...] = ()
    clause: str = ""


@dataclass(frozen=True)
class Target:
    """A level with the roads that lead to it. ``outside``: a level beyond the policy, to be confirmed as a whole."""

    key: str
    routes: tuple[Route, ...]
    outside: Condition | None = None
    notes: tuple[Note, ...] = field(default=())

    @property
    def name(self) -> str:
        return NAMES[self.key]

    @property
    def by_title(self) -> bool:
        return self.key in SKILLS


def targets(person: Person) -> list[Target]:
    """All targets of a result, in its order."""
    by_title = chapter_3_applicants.gates(person)
    found = [Target(key, tuple(chapter_3_conditions.routes(person, key, by_title))) for key in SKILLS]
    exam = chapter_2.kind(person) == "exam"
    gates = () if exam else chapter_4_applicants.gates(person)
    for key in TITLES:
        routes = (
            [chapter_2.exam_route(person, key)]
            if exam
            else [
                *chapter_4_conditions.routes(person, key, gates),
                *chapter_4_honours.routes(person, key, gates),
            ]
        )
        found.append(Target(key, tuple(routes)))
    if exam:
        found.append(Target("exam_registration", (chapter_2.exam_registration(person),)))
    if person.target_skill_level:
        found.append(_outside(person.target_skill_level))
    return found


def _outside(level: str) -> Target:
    """A level outside the three: this policy starts at 高级工 and ends at 高级技师 (A38)."""
    key = OUTSIDE.get(level, level)
    lower = level in OUTSIDE
    says = (
        f"本办法从高级工起；{NAMES[key]}不在其中"
        if lower
        else f"本办法最高到一级/高级技师；{NAMES[key]}不在其中"
    )
    condition = judged(
        "C025" if lower else "C027",
        says,
        f"{NAMES[key]}怎么申报",
        SKILL_DESK,
        facts=("/target_skill_level",),
        readings=("A38",),
    )
    clause = "三（二）1" if lower else "三（二）3"
    return Target(key, (), condition, (Note(f"{says}，要按别的规定申报。", ("A38",), clause),))


__all__ = ["NAMES", "OUTSIDE", "SKILLS", "TITLES", "Note", "Target", "targets"]

"""What a person should know beside the status: notes to each target, with the reading they rest on."""

from __future__ import annotations

from . import chapter_2, chapter_4_channels, retirement
from .chapter_3_conditions import PROMOTIONS
from .chapter_3_conditions import RUNGS as TITLE_RUNGS
from .chapter_4_conditions import RUNGS as SKILL_RUNGS
from .conditions import dates
from .days import add_years
from .person import Person
from .targets import TITLES, Note, Target
from .windows import Span, holds

NO_LIMIT = Note(
    "学历、论文、外语、计算机不作为参加职称评审的限制性条件。",
    ("A52",),
    "四（二）2-①",
)


def notes(person: Person, target: Target, span: Span) -> list[Note]:
    """The notes to one target."""
    found = list(target.notes)
    if target.key in TITLES:
        found += _title_notes(person, target, span)
    if dates(span, person.today)[0] == person.as_of.isoformat() and _is_anniversary(person):
        found.append(Note("今天正好是满年限的对应日；受理机构从严的，从明天起算。", ("A02",)))
    return found


def _is_anniversary(person: Person) -> bool:
    """Whether the years that some road asks for are complete on this very day, by the date of some certificate."""
    title_years = {rung.years for rung in TITLE_RUNGS if rung.years}
    skill_years = {step.years for step in PROMOTIONS} | {rung.years for rung in SKILL_RUNGS}
    clocks = [
        *((title.obtained, years) for title in person.titles or () for years in title_years),
        *((skill.obtained, years) for skill in person.skills or () for years in skill_years),
    ]
    return any(obtained and add_years(obtained.certain, years) == person.as_of for obtained, years in clocks)


def _title_notes(person: Person, target: Target, span: Span) -> list[Note]:
    found = []
    exam = chapter_2.kind(person) == "exam"
    if not exam:
        found.append(NO_LIMIT)
        treated = chapter_4_channels.education(person.education)
        if treated:
            found.append(
                Note(f"你填的技工院校班次，按相当于{treated}学历申报评审。", ("A52",), "四（二）2-②")
            )
    if person.target_series is None:
        found.append(Note("还没有选系列：评审、考试还是未点名，由系列决定。", ("A14",), "二（一）"))
    if exam and target.key in ("assistant", "intermediate"):
        found.append(Note("这个系列通过考试取得，看“考试报名”一项。", ("A15",), "二（二）"))
    if chapter_2.is_telecom_engineering(person):
        found.append(
            Note(
                "工程系列有通信专业，通信也在考试系列名单里；这里按工程系列评审计算，要另外问清。",
                ("A14",),
                "二（二）",
            )
        )
    if not exam:
        found += _person_notes(person, target, span)
    return found


def _person_notes(person: Person, target: Target, span: Span) -> list[Note]:
    found = []
    if person.delayed_retirement_procedure and not person.retired:
        found.append(Note("延缓退休手续要覆盖申报那一天。", ("A29",), "四（一）-③"))
    if _reaches_this_month(person):
        found.append(
            Note(
                "正在达到退休年龄的那个月；官方对照表按年月写，按月还是按日算，要问清。",
                ("A28",),
                "四（一）-③",
            )
        )
    if _retires_first(person, target, span):
        found.append(
            Note(
                "年限满的那天已经达到退休年龄，又没有延缓退休手续，所以没有可申报的日期。",
                ("A54",),
                "四（一）-③",
            )
        )
    if target.key == "senior" and any(t.level == "associate_senior" for t in person.titles or ()):
        found.append(
            Note(
                "已有副高级职称的，正高级按常规条件申报，看湖北省的规定；本办法没有按年限到正高级的路。",
                ("A39",),
                "四（二）1",
            )
        )
    if person.person_type == "government_employee":
        found.append(Note("机关工作人员可以问所在单位人事部门；参加考试不受影响。", ("A55",)))
    if any(entry.via_this_policy for entry in person.skills or ()):
        found.append(Note("凭职称贯通取得的技能证书，再用来申报职称，原文没有限制。", ("A50",)))
    if person.birth_date is None and dates(span, person.today)[0]:
        found.append(Note("没有填出生日期，日期里没有扣除退休年龄。", ("A54",)))
    return found


def _reaches_this_month(person: Person) -> bool:
    """Whether the day lies in the month in which the retirement age is reached, in whatever category is open (A28)."""
    if person.birth_date is None:
        return False
    found = (
        retirement.age(person.birth_date.first, original).reached
        for original in retirement.originals(person.sex, person.female_original_retirement_age)
    )
    return any((day.year, day.month) == (person.as_of.year, person.as_of.month) for day in found)


def _retires_first(person: Person, target: Target, span: Span) -> bool:
    """Whether some road's years are complete only after its window of age has closed (A54)."""
    if span.plan or person.birth_date is None:
        return False
    for route in target.routes:
        bar = next((c.span for c in route.gates if c.statement == "C050"), None)
        clocks = [
            c.span
            for way in route.ways
            for c in way
            if c.statement in ("C056", "C057", "C058") and c.span.plan
        ]
        if bar and any(not holds(clock.plan, person.today) and bar.plan for clock in clocks):
            return True
    return False

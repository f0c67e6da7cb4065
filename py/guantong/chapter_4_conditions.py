"""四、（二）申报评审条件, 3: the roads by years of work after a certificate."""

from __future__ import annotations

from dataclasses import dataclass

from . import chapter_4_applicants as applicants
from .chapter_3_applicants import recognition
from .chapter_3_conditions import SKILL_NAMES, same_occupation
from .clocks import clock_asks, worked_years
from .conditions import SELF, TITLE_DESK, Condition, Route, Way, judged
from .days import add_years
from .person import Person, SkillEntry
from .windows import EXTRA, GATE, NO, YES

#: what stands above a level on the skill ladder
ABOVE = {
    "3": ("2", "1", "special_technician", "chief_technician"),
    "2": ("1", "special_technician", "chief_technician"),
}
EIGHT_LEVEL_TOP = ("special_technician", "chief_technician")
TOP_NAMES = {"special_technician": "特级技师", "chief_technician": "首席技师"}


@dataclass(frozen=True)
class Rung:
    """A road from a skill level to a title: whole years of work in the occupation after the certificate."""

    id: str
    name: str
    target: str
    level: str
    years: int
    statement: str
    title: str
    higher_may: bool = False


RUNGS: tuple[Rung, ...] = (
    # C056 取得高级工职业资格或3级职业技能等级后，从事该职业（工种）技术技能工作满2年，可申报评审相应专业助理级职称；
    Rung(
        "skill_3_to_assistant",
        "三级/高级工后工作满2年",
        "assistant",
        "3",
        2,
        "C056",
        "助理级",
        higher_may=True,
    ),
    # C057 取得技师职业资格或2级职业技能等级后，从事该职业（工种）技术技能工作满3年，可申报评审相应专业中级职称；
    Rung(
        "skill_2_to_intermediate",
        "二级/技师后工作满3年",
        "intermediate",
        "2",
        3,
        "C057",
        "中级",
        higher_may=True,
    ),
    # C058 取得高级技师职业资格或1级职业技能等级后，从事该职业（工种）技术技能工作满4年，可申报评审相应专业副高级职称。
    Rung(
        "skill_1_to_associate_senior",
        "一级/高级技师后工作满4年",
        "associate_senior",
        "1",
        4,
        "C058",
        "副高级",
    ),
)


def routes(person: Person, target: str, gates: tuple[Condition, ...]) -> list[Route]:
    """The road by years to one title; 正高级 has none (A39)."""
    return [
        Route(rung.id, rung.name, rung.statement, gates, tuple(_ways(person, rung)))
        for rung in RUNGS
        if rung.target == target
    ]


def _ways(person: Person, rung: Rung) -> list[Way]:
    if person.skills is None:
        says, asks = f"有没有{SKILL_NAMES[rung.level]}证书，还没有答", ("/skills",)
        condition = Condition(
            GATE, rung.statement, says, asks, asks=asks, confirm="你有哪些技能证书", office=SELF
        )
        return [(condition, *applicants.any_skill_level(person))]
    entries = person.skills
    ways = [_way(person, rung, entry) for entry in entries if entry.level in (None, rung.level)]
    exact = [entry for entry in entries if entry.level == rung.level and entry.same_occupation]
    if rung.level == "1":
        ways += _top_ways(person, rung, exact)
    elif rung.higher_may and not exact:
        ways += [_higher(person, rung, entry) for entry in entries if entry.level in ABOVE[rung.level]]
        ways += [_perhaps_higher(person, rung, entry) for entry in entries if entry.level is None]
    missing = Condition(
        NO,
        rung.statement,
        f"没有{SKILL_NAMES[rung.level]}证书",
        ("/skills",),
        lacking=f"{SKILL_NAMES[rung.level]}证书；取得后从事该职业（工种）满{rung.years}年",
    )
    return ways or [(missing, *applicants.any_skill_level(person))]


def _top_ways(person: Person, rung: Rung, exact: list[SkillEntry]) -> list[Way]:
    """特级技师 and 首席技师 for 高级技师, which they held by the date of theirs at the latest (A38).

    A listed 高级技师 in the occupation says itself how long was worked since; its date alone says when it was not yet held.
    """
    entries = person.skills or ()
    if any(entry.held and entry.years_worked is not None for entry in exact):
        return []
    dated = any(entry.held and entry.obtained for entry in exact)
    tops = [entry for entry in entries if entry.level in EIGHT_LEVEL_TOP]
    if dated:
        tops = [entry for entry in tops if entry.held and (entry.obtained or entry.years_worked is not None)]
    ways = [_way(person, rung, entry, dated=dated) for entry in tops]
    if not dated:
        ways += [_perhaps_higher(person, rung, entry) for entry in entries if entry.level is None]
    return ways


def _way(person: Person, rung: Rung, entry: SkillEntry, *, dated: bool = False) -> Way:
    """What one certificate brings along: the years worked since, its occupation, 四（一）-①'s level, recognition.

    Of 特级技师 and 首席技师 (A38), ``dated``: when 高级技师 was obtained is known from its own certificate.
    """
    top = entry.level in EIGHT_LEVEL_TOP
    open_before = top and not dated
    clock = worked_years(entry, rung.years, person.today, at_latest=open_before)
    clock &= YES if entry.level else GATE
    asks = clock_asks(entry, rung.years, person.today) + (() if entry.level else (f"{entry.at}/level",))
    if not entry.held:
        asks = (f"{entry.at}/obtained",)
    young = entry.obtained and add_years(entry.obtained.first, rung.years) > person.as_of
    condition = Condition(
        clock,
        rung.statement,
        _says(entry, rung, top=top, dated=dated),
        tuple(f"{entry.at}/{key}" for key in ("level", "obtained", "continuous", "years_worked")),
        ("A02", "A03", "A38") if top else ("A02", "A03"),
        asks=asks,
        lacking=f"时间：取得{SKILL_NAMES[rung.level]}后从事该职业（工种）满{rung.years}年",
        confirm=_question(rung, top=open_before),
        office=SELF,
        best="open" if open_before and young else "met",
        moves_no_date=(f"{entry.at}/continuous",),
    )
    return (condition, *_entry_gates(person, rung, entry))


def _entry_gates(person: Person, rung: Rung, entry: SkillEntry) -> Way:
    return (
        same_occupation(entry, rung.statement),
        applicants.counted_skill_level(entry, person.today),
        *recognition(entry.at, entry.recognised, "C048"),
    )


def _says(entry: SkillEntry, rung: Rung, *, top: bool, dated: bool) -> str:
    name = TOP_NAMES[entry.level or ""] if top else SKILL_NAMES[rung.level]
    when = f"{entry.obtained.text} 取得" if entry.obtained else "取得时间还没有填"
    if top:
        unknown = "" if dated else "取得时间不知道，"
        return f"{name}证书，{when}；{SKILL_NAMES[rung.level]}的{unknown}最晚是这一天，要满{rung.years}年"
    if entry.years_worked is not None:
        return f"{name}证书，{when}，之后从事该职业（工种）{entry.years_worked:g}年，要满{rung.years}年"
    since = {True: "之后一直从事", False: "之后有中断，实际年数还没有填", None: "之后是否一直从事还没有答"}[
        entry.continuous
    ]
    return f"{name}证书，{when}，{since}，要满{rung.years}年"


def _question(rung: Rung, *, top: bool) -> str:
    if top:
        return f"{SKILL_NAMES[rung.level]}证书是哪一天取得的"
    return f"取得{SKILL_NAMES[rung.level]}证书以后，实际从事该职业（工种）几年，怎么证明"


def _higher(person: Person, rung: Rung, entry: SkillEntry) -> Way:
    """A higher certificate alone, for a lower title: very probably allowed, but unwritten (A13)."""
    name = SKILL_NAMES.get(entry.level or "") or TOP_NAMES[entry.level or ""]
    own = next(
        other for other in RUNGS if other.level == (entry.level if entry.level in SKILL_NAMES else "1")
    )
    condition = judged(
        rung.statement,
        f"只列了{name}证书；用更高的等级申报较低的职称，本办法没有写。先看它对应的{own.title}职称",
        f"只有{name}、没有{SKILL_NAMES[rung.level]}证书的，能不能申报{rung.title}职称",
        TITLE_DESK,
        extra=True,
        facts=(f"{entry.at}/level",),
        readings=("A13",),
    )
    return (condition, *_entry_gates(person, rung, entry))


def _perhaps_higher(person: Person, rung: Rung, entry: SkillEntry) -> Way:
    """A certificate whose level is not stated may be a higher one, which has no clock of its own here."""
    asks = (f"{entry.at}/level",)
    condition = Condition(
        EXTRA,
        rung.statement,
        "证书的等级还不知道",
        asks,
        ("A13",),
        asks=asks,
        confirm="这本技能证书是哪一级",
        office=SELF,
        best="open",
    )
    return (condition, *_entry_gates(person, rung, entry))


__all__ = ["RUNGS", "routes"]

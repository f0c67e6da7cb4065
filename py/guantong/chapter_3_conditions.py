"""三、（二）申报评价条件 — the roads from a title, or from a lower skill level, to 高级工, 技师 and 高级技师."""

from __future__ import annotations

from dataclasses import dataclass

from . import chapter_3_applicants as applicants
from .chapter_1 import title_fits_occupation
from .clocks import calendar_years, title_years
from .conditions import CENTRE, SELF, SKILL_DESK, Condition, Route, Way, judged
from .person import Person, SkillEntry, TitleEntry
from .titles import LEVEL_NAMES, Level
from .windows import EXTRA, GATE, NO, YES, Span

SKILL_NAMES = {"3": "三级/高级工", "2": "二级/技师", "1": "一级/高级技师"}
ABOVE: dict[str, tuple[Level, ...]] = {
    "assistant": ("intermediate", "associate_senior", "senior"),
    "intermediate": ("associate_senior", "senior"),
}


@dataclass(frozen=True)
class Rung:
    """A road from a title to a skill level: the titles that serve, the years since, whether a higher title may (A13)."""

    id: str
    name: str
    target: str
    titles: tuple[Level, ...]
    years: int
    statement: str
    higher_may: bool = False
    readings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Promotion:
    """A road from one skill level to the next (晋级): whole years after the certificate."""

    id: str
    name: str
    target: str
    source: str
    years: int = 1
    statement: str = "C028"


RUNGS: tuple[Rung, ...] = (
    # C025 1. 取得相应助理级专业技术职称可申报相关职业（工种）高级工职业资格或技能等级；
    Rung(
        "assistant_to_skill_3",
        "助理级职称",
        "skill_3",
        ("assistant",),
        0,
        "C025",
        higher_may=True,
        readings=("A08",),
    ),
    # C026 2. 取得相应助理级专业技术职称满3年或取得相应专业中级职称可申报相关职业（工种）技师职业资格或技能等级；
    Rung(
        "assistant_3y_to_skill_2",
        "助理级职称满3年",
        "skill_2",
        ("assistant",),
        3,
        "C026",
        readings=("A01", "A02", "A08", "A18"),
    ),
    Rung(
        "intermediate_to_skill_2",
        "中级职称",
        "skill_2",
        ("intermediate",),
        0,
        "C026",
        higher_may=True,
        readings=("A18",),
    ),
    # C027 3. 取得相应专业中级职称满3年或取得相应专业高级职称可申报相关职业（工种）高级技师职业资格或技能等级。
    Rung(
        "intermediate_3y_to_skill_1",
        "中级职称满3年",
        "skill_1",
        ("intermediate",),
        3,
        "C027",
        readings=("A01", "A02", "A18"),
    ),
    Rung(
        "senior_to_skill_1",
        "高级职称（副高级、正高级）",
        "skill_1",
        ("associate_senior", "senior"),
        0,
        "C027",
        readings=("A07", "A18"),
    ),
)

PROMOTIONS: tuple[Promotion, ...] = (
    # C028 取得职业资格或职业技能等级1年后，可按累计工作年限申报相应职业（工种）晋级评价。
    Promotion("promotion_3_to_2", "由三级/高级工晋级", "skill_2", "3"),
    Promotion("promotion_2_to_1", "由二级/技师晋级", "skill_1", "2"),
)


def routes(person: Person, target: str, gates: tuple[Condition, ...]) -> list[Route]:
    """The roads to one skill level (``skill_3``, ``skill_2``, ``skill_1``), claims only where made."""
    found = [
        Route(rung.id, rung.name, rung.statement, gates, tuple(_ways(person, rung)))
        for rung in RUNGS
        if rung.target == target
    ]
    found += [
        Route(step.id, step.name, step.statement, gates, tuple(_promotions(person, step)))
        for step in PROMOTIONS
        if step.target == target
    ]
    if person.claims_actual_skill_level == target.removeprefix("skill_"):
        found.append(_claimed(person, gates))
    return found


def _ways(person: Person, rung: Rung) -> list[Way]:
    """One way for each title that could serve; where none could, the sentence that says so."""
    entries = person.titles or ()
    ways = [
        way_of(person, rung, entry, _level_span(entry, rung))
        for entry in entries
        if entry.level is None or entry.level in rung.titles or _bare_junior(entry, rung)
    ]
    exact = any(entry.level in rung.titles and entry.specialty_matches for entry in entries)
    if rung.higher_may and not exact:
        ways += [_higher(person, rung, entry) for entry in entries if entry.level in ABOVE[rung.titles[0]]]
    if not ways:
        wanted = f"满{rung.years}年的{LEVEL_NAMES[rung.titles[0]]}职称" if rung.years else rung.name
        ways = applicants.missing_titles(person, rung.statement, rung.name, wanted)
    return ways + applicants.qualification_instead(person)


def _bare_junior(entry: TitleEntry, rung: Rung) -> bool:
    return entry.level == "junior_unspecified" and "assistant" in rung.titles


def _level_span(entry: TitleEntry, rung: Rung) -> Span:
    return YES if entry.level in rung.titles else GATE


def way_of(person: Person, rung: Rung, entry: TitleEntry, level: Span) -> Way:
    """The conditions that one title brings to a rung: 三（一）, the rung with its years, the field, recognition."""
    clock = title_years(entry, rung.years, person.today)
    asks: tuple[str, ...] = () if entry.level else (entry.ask,)
    bare = entry.level == "junior_unspecified"
    undated = (f"{entry.at}/obtained",) if entry.obtained is None else ()
    is_moot = (
        bare and entry.held and rung.years == 0
    )  # the day of a title whose level stays open all the same
    condition = Condition(
        clock & level,
        rung.statement,
        _rung_says(entry, rung),
        tuple(f"{entry.at}/{key}" for key in ("level", "name", "obtained")),
        rung.readings,
        asks=asks if is_moot else asks + undated,
        latent=undated if bare else (),  # it still moves the first day
        best="open" if bare else "met",
        lacking=f"时间：{entry.label}还不满{rung.years}年" if rung.years else rung.name,
        confirm=_rung_asks(entry, rung),
        office=SELF if entry.level in (None, "junior_unspecified") else SKILL_DESK,
    )
    return (
        applicants.holds_listed_title(entry, person.today),
        condition,
        title_fits_occupation(entry),
        *applicants.recognition(entry.at, entry.recognised, rung.statement),
    )


def _rung_says(entry: TitleEntry, rung: Rung) -> str:
    when = (
        f"{entry.obtained.text} 取得"
        if entry.obtained and entry.exact_kind
        else (f"证书上的日期是 {entry.obtained.text}，不是批准日期" if entry.obtained else "取得时间还没有填")
    )
    kind = "" if entry.level in rung.titles else "，级别待定"
    years = f"，要满{rung.years}年" if rung.years else ""
    return f"{entry.label}{kind}，{when}{years}"


def _rung_asks(entry: TitleEntry, rung: Rung) -> str:
    if entry.level == "junior_unspecified":
        return "“初级职称”是员级还是助理级，看职称证书或批准文件"
    if entry.level is None:
        return "这个职称是哪一级，看职称证书或批准文件"
    return f"{entry.label}的批准（取得）日期是哪一天" if rung.years else f"{entry.label}是否已经取得"


def _higher(person: Person, rung: Rung, entry: TitleEntry) -> Way:
    """A higher title alone, for a lower rung: very probably allowed, but unwritten (A13)."""
    wanted = LEVEL_NAMES[rung.titles[0]]
    own = next(other for other in RUNGS if entry.level in other.titles and not other.years)
    condition = judged(
        rung.statement,
        f"只列了{entry.label}；用更高的职称申报较低的等级，本办法没有写。"
        f"先看它能直接申报的{SKILL_NAMES[own.target[-1]]}",
        f"只有{entry.label}、没有{wanted}职称记录的，能不能申报{SKILL_NAMES[rung.target[-1]]}",
        SKILL_DESK,
        extra=True,
        facts=(f"{entry.at}/level",),
        readings=("A13",),
    )
    return (
        applicants.holds_listed_title(entry, person.today),
        condition,
        title_fits_occupation(entry),
        *applicants.recognition(entry.at, entry.recognised, rung.statement),
    )


def _promotions(person: Person, step: Promotion) -> list[Way]:
    title = applicants.any_title(person)
    name = SKILL_NAMES[step.source]
    if person.skills is None:
        asks = ("/skills",)
        says = f"有没有{name}证书，还没有答"
        condition = Condition(
            EXTRA, step.statement, says, asks, ("A06",), asks=asks, confirm="你有哪些技能证书", office=SELF
        )
        return [(condition, *title)]
    ways = [
        (*_promotion(entry, step), *title)
        for entry in person.skills
        if entry.level is None or entry.level == step.source
    ]
    missing = Condition(
        NO, step.statement, f"没有{name}证书", ("/skills",), ("A06",), lacking=f"{name}证书（晋级用）"
    )
    return ways or [(missing, *title)]


def _promotion(entry: SkillEntry, step: Promotion) -> Way:
    """What one certificate brings to 晋级: the year after it, the occupation, how it was obtained (A06)."""
    name = SKILL_NAMES[step.source]
    when = f"{entry.obtained.text} 取得" if entry.obtained else "取得时间还没有填"
    asks = tuple(f"{entry.at}/{key}" for key in ("level", "obtained") if getattr(entry, key) is None)
    clock = calendar_years(entry, step.years) & (YES if entry.level else EXTRA)
    years = Condition(
        clock,
        step.statement,
        f"{name}证书，{when}，要满{step.years}年",
        tuple(f"{entry.at}/{key}" for key in ("level", "obtained")),
        ("A02", "A06"),
        asks=asks,
        lacking=f"时间：{name}证书还不满{step.years}年",
        confirm=f"{name}证书是哪一天取得的",
        office=SELF,
    )
    return (
        years,
        same_occupation(entry, step.statement, extra=True),
        _via_this_policy(entry, step),
        *applicants.recognition(entry.at, entry.recognised, step.statement, extra=True),
    )


def same_occupation(entry: SkillEntry, statement: str, *, extra: bool = False) -> Condition:
    """Whether a certificate is in the occupation applied for: another one's does not count."""
    at = f"{entry.at}/same_occupation"
    value = entry.same_occupation
    says = {
        True: "证书是同一职业（工种）的",
        False: "证书不是同一职业（工种）的，不算",
        None: "证书是不是同一职业（工种）的，还没有答",
    }[value]
    return Condition(
        YES if value else NO if value is False else EXTRA if extra else GATE,
        statement,
        says,
        (at,),
        asks=(at,) if value is None else (),
        lacking="同一职业（工种）的证书",
        confirm="证书的职业（工种），与这次申报的是不是同一个",
        office=SELF,
    )


def _via_this_policy(entry: SkillEntry, step: Promotion) -> Condition:
    at = f"{entry.at}/via_this_policy"
    value = entry.via_this_policy
    says = {
        True: "证书是按本办法贯通取得的",
        False: "证书不是按本办法取得的；能不能按这一句晋级，要确认",
        None: "证书是不是按本办法取得的，还没有答",
    }[value]
    return Condition(
        YES if value else EXTRA,
        step.statement,
        says,
        (at,),
        ("A06",),
        asks=(at,) if value is None else (),
        confirm="不是按本办法取得的证书，能不能按“晋级评价”申报",
        office=SKILL_DESK,
        worst="open",
    )


def _claimed(person: Person, gates: tuple[Condition, ...]) -> Route:
    """直接申报: the person's own claim to have the level; no test of it is written (A17).

    C031 专业技术人员具有相应职业（工种）技能等级水平的，可直接申报该职业（工种）的职业技能等级评价。
    """
    level = SKILL_NAMES[person.claims_actual_skill_level or "3"]
    claim = judged(
        "C031",
        f"你认为已有{level}的水平；怎么认定，本办法没有写",
        f"怎么认定“具有相应技能等级水平”，能不能直接申报{level}",
        CENTRE,
        extra=True,
        facts=("/claims_actual_skill_level",),
        readings=("A17",),
    )
    return Route(
        "claimed_skill", "具有相应水平，直接申报", "C031", gates, ((claim, *applicants.any_title(person)),)
    )

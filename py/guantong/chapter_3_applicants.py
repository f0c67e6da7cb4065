"""三、（一）申报评价对象 and the opening sentence of （二）: the gates that every road to a skill level shares."""

from __future__ import annotations

from .chapter_1 import title_fits_occupation
from .clocks import held_since
from .conditions import CENTRE, HR, SELF, SKILL_DESK, Condition, Way, gate, judged, standing
from .person import Person, TitleEntry
from .windows import GATE, NO, YES

LISTED = ("assistant", "intermediate", "associate_senior", "senior")
EMPLOYED = ("enterprise_employee", "school_staff", "public_institution_employee", "government_employee")


def works_in_wuhan(person: Person) -> Condition:
    """在汉 (A09): employees and school staff must work for a unit in Wuhan; for others it is to be confirmed.

    C022 具有助理级（含）以上职称的在汉企事业单位员工、院校教职工、其他类型人员。
    """
    facts = ("/works_in_wuhan", "/person_type", "/employer_affiliation")
    value = person.works_in_wuhan
    latent = () if person.employer_affiliation or value is False else ("/employer_affiliation",)
    elsewhere = person.employer_affiliation == "elsewhere"
    employed = person.person_type is None or person.person_type in EMPLOYED
    confirm = "工作单位（或分支机构、户籍）不在武汉时，能不能在武汉申报"

    def condition(span_no: bool | None, says: str, asks: tuple[str, ...] = ()) -> Condition:
        span = {True: YES, False: NO, None: GATE}[span_no]
        return Condition(
            span,
            "C022",
            says,
            facts,
            ("A09",),
            asks=asks,
            latent=latent,
            lacking="在武汉的工作单位（不在武汉的，到工作地申报）",
            confirm=confirm,
            office=SKILL_DESK,
            best="open" if elsewhere or value is False else "met",
            worst="open" if value or not employed else "unmet",
            latent_stays_open=True,
        )

    if value and elsewhere:
        return condition(None, "在武汉工作，但单位是外地单位，要确认算不算“在汉”")
    if value:
        return condition(True, "在武汉的单位工作")
    if value is None:
        return condition(None, "是不是在武汉的单位工作，还没有答", ("/works_in_wuhan",))
    if person.person_type is None:
        return condition(None, "不在武汉的单位工作；人员类型还没有答", ("/person_type",))
    if person.person_type in EMPLOYED:
        return condition(False, "不在武汉的单位工作")
    return condition(None, "社会人员没有在武汉的单位，本办法没有写清，要确认")


def kind_of_person(person: Person) -> Condition:
    """企事业单位员工、院校教职工、其他类型人员: all but 机关 staff, whom the text does not name (A10).

    C022 具有助理级（含）以上职称的在汉企事业单位员工、院校教职工、其他类型人员。
    """
    facts = ("/person_type",)
    if person.person_type is None:
        return Condition(
            GATE,
            "C022",
            "人员类型还没有答",
            facts,
            ("A10",),
            asks=facts,
            confirm="你属于哪一类人员",
            office=HR,
            worst="open",
        )
    if person.person_type == "government_employee":
        return judged(
            "C022",
            "本办法没有点名机关工作人员",
            "机关工作人员能不能按“其他类型人员”申报",
            SKILL_DESK,
            facts=facts,
            readings=("A10",),
        )
    return Condition(YES, "C022", "属于本办法写明的人员", facts, ("A10",))


def holds_listed_title(entry: TitleEntry, today: int) -> Condition:
    """Whether one title is 助理级 or above; a bare 初级 may be either (A08).

    C022 具有助理级（含）以上职称
    """
    held = held_since(entry.obtained, entry.held, today, exact_kind=entry.exact_kind)
    level = (
        NO
        if entry.level == "below_assistant"
        else GATE
        if entry.level in (None, "junior_unspecified")
        else YES
    )
    asks: tuple[str, ...] = () if entry.level else (entry.ask,)
    if not entry.held:
        asks += (f"{entry.at}/obtained",)
    if entry.level == "below_assistant":
        says = f"{entry.label}是员级，低于助理级"
    elif entry.level == "junior_unspecified":
        says = "证书只写“初级”，可能是助理级，也可能是员级"
    elif entry.level is None:
        says = "这个职称的级别还不知道"
    elif not entry.held:
        says = f"{entry.label}的取得日期在计算日期之后，先按不知道算"
    else:
        says = f"{entry.label}，属于助理级（含）以上职称"
    return Condition(
        held & level,
        "C022",
        says,
        (f"{entry.at}/level", f"{entry.at}/name"),
        ("A08",),
        asks=asks,
        lacking="助理级（含）以上职称",
        confirm="这个职称是员级、助理级还是更高，看证书或批准文件",
        office=SELF,
    )


def recognition(entry_at: str, recognised: bool, statement: str, *, extra: bool = False) -> Way:
    """A certificate that can't be looked up: whether it counts is open (A51). Nothing to show in the ordinary case."""
    if recognised:
        return ()
    return (
        judged(
            statement,
            "这本证书查不到，或没有被认可",
            "这本证书算不算数",
            CENTRE,
            extra=extra,
            facts=(f"{entry_at}/recognised",),
            readings=("A51",),
        ),
    )


def any_title(person: Person) -> Way:
    """三（一）'s gate by whichever title serves best: 助理级 or above, in a matching field (for 晋级 and 直接申报)."""
    ways: list[Way] = [
        (
            holds_listed_title(entry, person.today),
            title_fits_occupation(entry),
            *recognition(entry.at, entry.recognised, "C022"),
        )
        for entry in person.titles or ()
        if entry.level != "below_assistant"
    ]
    ways = ways or missing_titles(person, "C022", "助理级（含）以上职称")
    ways += qualification_instead(person)
    return min(ways, key=lambda way: standing(way, person.today))


def missing_titles(person: Person, statement: str, lacking: str, wanted: str = "") -> list[Way]:
    """The way to show where no title could serve: not stated, or stated as none. ``wanted``: ``lacking`` after “没有”, if told otherwise."""
    if person.titles is None:
        says = "有没有职称，还没有答"
        asks = ("/titles",)
        return [
            (Condition(GATE, "C022", says, asks, asks=asks, confirm="你有哪些职称", office=SELF),)
            + (
                (Condition(GATE, statement, says, asks, asks=asks, confirm="你有哪些职称", office=SELF),)
                if statement != "C022"
                else ()
            )
        ]
    first = _best_title(person)
    if statement == "C022":
        return [(first,)]
    return [(first, Condition(NO, statement, f"没有{wanted or lacking}", ("/titles",), lacking=lacking))]


def _best_title(person: Person) -> Condition:
    """三（一）'s title gate alone, by the title that serves it best."""
    day = person.today
    none = Condition(
        NO, "C022", "没有助理级（含）以上职称", ("/titles",), ("A08",), lacking="助理级（含）以上职称"
    )
    found = [holds_listed_title(entry, day) for entry in person.titles or ()]
    return min(
        found, key=lambda c: ("met", "unknown", "judgement", "unmet").index(c.status(day)), default=none
    )


def qualification_instead(person: Person) -> list[Way]:
    """Only a professional qualification and no title: what it corresponds to is set elsewhere (A08)."""
    if not person.professional_qualification:
        return []
    if any(entry.level in LISTED for entry in person.titles or ()):
        return []
    name = person.professional_qualification.strip()
    return [
        (
            judged(
                "C022",
                f"只有职业资格（{name}），没有职称；对应哪一级职称，由别的文件规定",
                f"{name}能不能对应职称，对应哪一级",
                SKILL_DESK,
                extra=True,
                facts=("/professional_qualification",),
                readings=("A08",),
            ),
        )
    ]


def matches_post(person: Person) -> Condition:
    """与现岗位对应职业（工种） (A12); who has no post can't be measured by it (A30).

    C024 可分别参加与现岗位对应职业（工种）的高级工、技师、高级技师职业技能评价
    """
    facts = ("/occupation_matches_current_post", "/has_current_post", "/retired")
    if person.without_post:
        return judged(
            "C024",
            "没有现工作岗位，“与现岗位对应”没有办法对照",
            "没有现岗位（已退休、待业等）能不能申报",
            CENTRE,
            facts=facts,
            readings=("A12", "A30"),
        )
    condition = gate(
        person.occupation_matches_current_post,
        "C024",
        "occupation_matches_current_post",
        (
            "申报职业（工种）与现岗位对应",
            "申报职业（工种）与现岗位不对应",
            "申报职业（工种）与现岗位是否对应，还没有答",
        ),
        readings=("A12",),
        lacking="与现岗位对应的职业（工种）",
        confirm="要申报的职业（工种），与现在的岗位是否对应",
        office=HR,
    )
    if person.retired is None:
        condition.latent = ("/retired",)
        if person.occupation_matches_current_post is False:
            condition.best = "open"
        elif person.occupation_matches_current_post:
            condition.worst = "open"
    return condition


def years_for_occupation(person: Person) -> Condition:
    """累计工作年限达到申报条件 (A05): set by each occupation's national standard; even "no" is only to be confirmed.

    C024 累计工作年限达到申报条件的
    """
    return gate(
        person.cumulative_work_years_met,
        "C024",
        "cumulative_work_years_met",
        (
            "累计工作年限达到申报条件",
            "你说累计工作年限还没有达到；本办法1至3项另有年限，要确认按哪一个",
            "累计工作年限是否达到申报条件，还没有答",
        ),
        readings=("A05",),
        no_is_open=True,
        confirm="累计工作年限按什么算、够不够（看该职业（工种）的国家职业标准）",
        office=CENTRE,
    )


def gates(person: Person) -> tuple[Condition, ...]:
    """The gates of every road to a skill level: where, who, the present post, the years."""
    return (
        works_in_wuhan(person),
        kind_of_person(person),
        matches_post(person),
        years_for_occupation(person),
    )


__all__ = [
    "any_title",
    "gates",
    "holds_listed_title",
    "missing_titles",
    "qualification_instead",
    "recognition",
]

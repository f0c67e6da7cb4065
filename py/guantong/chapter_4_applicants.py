"""四、（一）申报评审对象, with the conditions of （二）1 and 3-①: the gates that every road of review shares (A31)."""

from __future__ import annotations

from . import retirement
from .chapter_1 import work_fits_title
from .chapter_2 import series_gates
from .chapter_3_applicants import recognition
from .clocks import held_since
from .conditions import (
    COMMITTEE,
    HR,
    SELF,
    TITLE_DESK,
    Condition,
    Way,
    gate,
    judged,
    standing,
    verdict,
)
from .person import Person, SkillEntry
from .windows import ALL, GATE, NO, NONE, YES, Span, holds, window_at

HIGHLY_SKILLED = ("3", "2", "1", "special_technician", "chief_technician")
SENIOR = ("associate_senior", "senior")
APPRAISAL_YEARS = 3


def employer(person: Person) -> Condition:
    """本市所属企事业单位 (A24): units under the city or registered in it; central and provincial ones are to be confirmed.

    C048 在本市所属企事业单位从事专业技术工作
    """
    facts = ("/employer_affiliation",)
    kind = person.employer_affiliation
    confirm = "你的单位算不算“本市所属企事业单位”，该走市里还是省里、本系统的渠道"
    if kind is None:
        return Condition(
            GATE, "C048", "单位隶属还没有答", facts, ("A24",), asks=facts, confirm=confirm, office=HR
        )
    if kind == "wuhan":
        return Condition(YES, "C048", "单位属于本市", facts, ("A24",))
    if kind in ("central_or_provincial", "self_employed"):
        says = (
            "单位是驻汉的中央或省属单位，要确认"
            if kind == "central_or_provincial"
            else "自由职业，没有“本市所属”单位，要确认"
        )
        return judged("C048", says, confirm, TITLE_DESK, facts=facts, readings=("A24",))
    says = "单位在外地，不属于本市" if kind == "elsewhere" else "没有单位；本办法要求在本市所属企事业单位工作"
    return Condition(NO, "C048", says, facts, ("A24",), lacking="本市所属的企事业单位")


def kind_of_person(person: Person) -> Condition:
    """企事业单位: 机关 staff are not among them (A55).

    C048 在本市所属企事业单位从事专业技术工作
    """
    facts = ("/person_type",)
    if person.person_type is None:
        return Condition(
            GATE,
            "C048",
            "人员类型还没有答",
            facts,
            ("A55",),
            asks=facts,
            confirm="你属于哪一类人员",
            office=HR,
        )
    if person.person_type == "government_employee":
        return Condition(
            NO,
            "C048",
            "机关工作人员不在“企事业单位”之内",
            facts,
            ("A55",),
            lacking="企事业单位的工作（机关工作人员不在范围内）",
        )
    return Condition(YES, "C048", "不是机关工作人员", facts, ("A55",))


def does_technical_work(person: Person) -> Condition:
    """从事专业技术工作 (A25).

    C048 从事专业技术工作
    """
    return gate(
        person.does_professional_technical_work,
        "C048",
        "does_professional_technical_work",
        ("从事专业技术工作", "没有从事专业技术工作", "是否从事专业技术工作，还没有答"),
        readings=("A25",),
        lacking="专业技术工作",
        confirm="现在的工作算不算“专业技术工作”",
        office=HR,
    )


def holds_skill_level(entry: SkillEntry, today: int) -> Condition:
    """高级工（含）以上职业资格或职业技能等级: whether one certificate reaches it (A38).

    C048 具有高级工（含）以上职业资格或职业技能等级
    """
    held = held_since(entry.obtained, entry.held, today)
    level = GATE if entry.level is None else YES if entry.level in HIGHLY_SKILLED else NO
    asks: tuple[str, ...] = () if entry.level else (f"{entry.at}/level",)
    if entry.obtained is None:
        asks += (f"{entry.at}/obtained",)
    says = {True: "有高级工（含）以上证书", False: "证书低于高级工", None: "证书的等级还不知道"}[
        None if entry.level is None else entry.level in HIGHLY_SKILLED
    ]
    return Condition(
        held & level,
        "C048",
        says,
        (f"{entry.at}/level",),
        ("A38",),
        asks=asks,
        lacking="高级工（含）以上职业资格或职业技能等级",
        confirm="证书是哪一级、哪一天取得的",
        office=SELF,
        moves_no_status=(f"{entry.at}/obtained",) if entry.held else (),
    )


def counted_skill_level(entry: SkillEntry, today: int) -> Condition:
    """The same on the roads by years, where a certificate of another occupation doesn't count."""
    if entry.same_occupation is not False:
        return holds_skill_level(entry, today)
    lacking = "同一职业（工种）的高级工（含）以上证书"
    return Condition(
        NO, "C048", "证书不是同一职业（工种）的，不计入", (f"{entry.at}/same_occupation",), lacking=lacking
    )


def any_skill_level(person: Person) -> Way:
    """The same by whichever certificate serves best, whatever its occupation (for the honour roads).

    One that can't be looked up leaves it open here too (A51). Of equals the one held longest is taken.
    """
    if person.skills is None:
        asks = ("/skills",)
        return (
            Condition(
                GATE,
                "C048",
                "有没有高级工（含）以上证书，还没有答",
                asks,
                ("A38",),
                asks=asks,
                confirm="你有哪些技能证书",
                office=SELF,
            ),
        )
    none = Condition(
        NO,
        "C048",
        "没有高级工（含）以上证书",
        ("/skills",),
        ("A38",),
        lacking="高级工（含）以上职业资格或职业技能等级",
    )
    found: list[Way] = [
        (
            holds_skill_level(entry, person.today),
            *recognition(entry.at, entry.recognised, "C048"),
        )
        for entry in person.skills
    ]
    return min(found, key=lambda way: standing(way, person.today), default=(none,))


def hubei_conditions(person: Person) -> Condition:
    """湖北省规定条件, set by series and year outside this policy (A26).

    C052 参照湖北省人社职改部门发布的各系列（专业）申报评审条件
    """
    return gate(
        person.meets_hubei_conditions,
        "C052",
        "meets_hubei_conditions",
        ("你说符合湖北省规定条件", "你说不符合湖北省规定条件", "是否符合湖北省规定条件，还没有答"),
        readings=("A26",),
        lacking="湖北省对这个系列（专业）规定的条件",
        confirm="湖北省对这个系列（专业）规定的申报评审条件是什么、是否符合",
        office=COMMITTEE,
    )


def appraisals(person: Person) -> Condition:
    """近3年度考核合格, in this order (A32): no appraisals at the employer; not passed; too short in the post; passed.

    C055 高技能人才参加职称评审应在现有工作岗位上近3年度考核合格。
    """
    facts = ("/last3_appraisals_passed", "/years_in_current_post", "/employer_has_appraisals")
    years, passed = person.years_in_current_post, person.last3_appraisals_passed

    asks = ("/last3_appraisals_passed",) if passed is None else ()

    def open_point(says: str, confirm: str, asks: tuple[str, ...] = ()) -> Condition:
        return Condition(
            GATE, "C055", says, facts, ("A32",), asks=asks, confirm=confirm, office=HR, lacking=says
        )

    short = person.has_current_post is False or (years is not None and years < APPRAISAL_YEARS)

    if person.employer_has_appraisals is False:
        return open_point("单位没有年度考核，要由单位证明", "单位没有年度考核的，怎么证明近3年度合格")
    if passed is False:
        lacking = "现岗位上近3年度考核合格"
        return Condition(NO, "C055", "近3年度考核没有都合格", facts, ("A31", "A32"), lacking=lacking)
    if short:
        condition = open_point(
            "在现岗位不满3年，本办法没有写怎么算", "在现岗位不满3年的，考核年度怎么算", asks
        )
        condition.best = "open"
        return condition
    latent = () if years is not None else ("/years_in_current_post",)
    if passed:
        return Condition(YES, "C055", "近3年度考核合格", facts, ("A31", "A32"), latent=latent, worst="open")
    condition = open_point("近3年度考核是否都合格，还没有答", "现岗位上近3年度考核是否都合格", asks)
    condition.latent, condition.latent_stays_open = latent, True
    return condition


def post_ratio(person: Person) -> tuple[Condition, ...]:
    """事业单位一般应在岗位结构比例内: a soft rule, so even "no" is only to be confirmed (A27). Enterprises are not asked.

    C049 事业单位一般应在单位专业技术岗位结构比例内推荐申报评审。
    """
    public, quota = person.is_public_institution, person.public_institution_quota_available
    facts = ("/employer_is_public_institution", "/public_institution_quota_available")
    if public is False:
        return ()
    if quota:
        return (Condition(YES, "C049", "在单位岗位结构比例内", facts, ("A27",)),)
    asks = tuple(fact for fact, value in zip(facts, (public, quota), strict=True) if value is None)
    says = "是否在岗位结构比例内，还没有答" if asks else "不在岗位结构比例内；原文写“一般应”，例外没有写"
    return (
        Condition(
            GATE,
            "C049",
            says,
            facts,
            ("A27",),
            asks=asks,
            confirm="单位能不能在岗位结构比例内推荐；比例外有没有例外",
            office=HR,
            worst="open",
        ),
    )


def not_retired(person: Person) -> Condition:
    """未办理退休、未达到退休年龄, but for the 延缓退休手续 (A28, A29).

    C050 已办理退休手续或已达到退休年龄的高技能人才（按有关文件规定办理延缓退休手续的除外），不得申报参加贯通领域职称评审。
    """
    span = _before_bar(person)
    asks = _bar_asks(person)
    return Condition(
        span,
        "C050",
        _bar_says(person, span),
        (
            "/retired",
            "/birth_date",
            "/sex",
            "/female_original_retirement_age",
            "/reached_retirement_age",
            "/delayed_retirement_procedure",
        ),
        ("A28", "A29", "A54"),
        asks=asks,
        latent=_bar_latent(person) + _senior_latent(person),
        best="open" if person.retired else "met",
        latent_best=None if _bar_latent(person) else "open",
        moves_no_date=() if window_at(span.plan, person.today) else ("/retired",),
        tells_met_from_open=("/retired",) if _only_a_procedure_helps(person) else (),
        worst="open" if person.delayed_retirement_procedure else "unmet",
        lacking="退休以前的申报时间（已退休或已达到退休年龄，又没有延缓退休手续）",
        confirm=_bar_question(person),
        office=HR,
    )


def _before_bar(person: Person) -> Span:
    """The days on which the bar does not stand."""
    delayed = person.delayed_retirement_procedure
    if person.retired:
        return GATE if delayed else NO
    if delayed:
        return GATE if person.retired is None else YES
    span = _before_age(person)
    if delayed is None or person.flexible_delay_agreement:
        span = Span(span.sure, span.plan, ALL)
    return span if person.retired is False else Span(NONE, span.plan, span.possible)


def _only_a_procedure_helps(person: Person) -> bool:
    """Whether the age is reached for certain and a procedure not answered: without one, 已退休 or not is a no either way."""
    unasked = person.delayed_retirement_procedure is None and not person.flexible_delay_agreement
    return unasked and not holds(_before_age(person).possible, person.today)


def _before_age(person: Person) -> Span:
    """The days before retirement age, over what is open: the birth date, the category, special rules, senior women."""
    special, reached = bool(person.special_retirement_rule), person.reached_retirement_age
    senior_woman = person.sex != "male" and _is_senior(person)
    if person.birth_date:
        ages = retirement.originals(person.sex, person.female_original_retirement_age)
        span = retirement.before_age(person.birth_date, ages, special=special)
    elif reached is None:
        return GATE
    else:
        span = Span(NONE, NONE, ALL) if reached and special else NO if reached else YES
    return Span(span.sure, span.plan, ALL) if senior_woman else span


def _bar_asks(person: Person) -> tuple[str, ...]:
    """The unanswered facts that can move the bar."""
    if person.retired:
        return ()
    asks = ["/retired"] if person.retired is None else []
    delayed = person.delayed_retirement_procedure
    if delayed:
        return tuple(asks)
    stated = person.birth_date is None and person.reached_retirement_age is not None
    if person.birth_date is None and not stated:
        asks += ["/birth_date", "/reached_retirement_age"]
    if delayed is None:
        asks.append("/delayed_retirement_procedure")
    if stated:
        return (*asks, "/sex") if person.reached_retirement_age and _sex_decides(person) else tuple(asks)
    return (*asks, *_category_asks(person))


def _bar_latent(person: Person) -> tuple[str, ...]:
    """Facts that would speak against what is stated: a birth date beats 已达到退休年龄, a procedure 已退休."""
    delayed = person.delayed_retirement_procedure
    if person.retired:
        return ("/delayed_retirement_procedure",) if delayed is None else ()
    if delayed or person.birth_date or person.reached_retirement_age is None:
        return ()
    return ("/birth_date", *_category_asks(person))


def _senior_latent(person: Person) -> tuple[str, ...]:
    """A woman's senior title, where none is stated yet, would leave the bar to be confirmed (A28)."""
    open_title = person.titles is None and person.sex != "male"
    if not open_title or person.retired or person.delayed_retirement_procedure:
        return ()
    return ("/titles",) if person.sex else ("/titles", "/sex")


def _category_asks(person: Person) -> list[str]:
    """Sex and a woman's original age, where they make a difference."""
    asks = []
    female = person.female_original_retirement_age
    senior = _sex_decides(person)
    if person.sex is None and _differ(person, retirement.originals(None, female), senior=senior):
        asks.append("/sex")
    if person.sex != "male" and female is None and _differ(person, (50, 55)):
        asks.append("/female_original_retirement_age")
    return asks


def _differ(person: Person, originals: tuple[int, ...], *, senior: bool = False) -> bool:
    """Whether these original ages give different answers; once all are reached, only senior women's differs (A28)."""
    if person.birth_date is None:
        return True
    ages = _ages(person, originals)
    special = bool(person.special_retirement_rule)  # open for good once it may apply
    reached = not any(holds(span.plan if special else span.possible, person.today) for span in ages)
    return len(ages) > 1 and (senior or not reached)


def _sex_decides(person: Person) -> bool:
    """Whether a reached age bars a man and leaves a woman with a senior title open."""
    excused = person.special_retirement_rule or person.flexible_delay_agreement  # open for both alike
    return person.sex is None and _is_senior(person) and not excused


def _is_senior(person: Person) -> bool:
    return any(title.level in SENIOR for title in person.titles or ())


def _ages(person: Person, originals: tuple[int, ...]) -> set[Span]:
    assert person.birth_date is not None
    special = bool(person.special_retirement_rule)
    return {retirement.until_reached(person.birth_date, original, special=special) for original in originals}


def _bar_says(person: Person, span: Span) -> str:
    if person.retired and person.delayed_retirement_procedure:
        return "既填已退休，又填已办延缓退休手续，要核对"
    if person.retired:
        return "已办理退休手续，不能申报"
    if person.delayed_retirement_procedure:
        return "已按规定办理延缓退休手续"
    if span.possible == NONE:
        return "已达到退休年龄，没有延缓退休手续"
    if person.birth_date is None and person.reached_retirement_age is None:
        return "是否达到退休年龄，还不知道"
    return {
        "eligible": "没有退休，也没有达到退休年龄",
        "needs_confirmation": "退休或退休年龄一项，还要确认",
        "not_eligible": "已达到退休年龄，没有延缓退休手续",
    }[verdict(span, person.today)]


def _bar_question(person: Person) -> str:
    if person.flexible_delay_agreement:
        return "弹性延迟退休的约定，算不算“按有关文件规定办理延缓退休手续”"
    if person.special_retirement_rule:
        return "按特殊工种等规定，你的退休年龄是哪一天"
    return "你的退休年龄是哪一天，有没有办理延缓退休手续"


def gates(person: Person) -> tuple[Condition, ...]:
    """The gates of every road of review, in the order of the text, but for the certificate itself."""
    return (
        *series_gates(person),
        work_fits_title(person),
        employer(person),
        kind_of_person(person),
        does_technical_work(person),
        *post_ratio(person),
        not_retired(person),
        hubei_conditions(person),
        appraisals(person),
    )


__all__ = ["any_skill_level", "counted_skill_level", "gates"]

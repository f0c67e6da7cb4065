"""四、（二）申报评审条件, 4: the direct roads by honour, and by merit alone."""

from __future__ import annotations

from . import chapter_4_applicants as applicants
from .conditions import COMMITTEE, SELF, TITLE_DESK, Condition, Route, Way, judged
from .facts import HONOURS_ASSOCIATE, HONOURS_SENIOR
from .honours import contest_asks, is_contest, normalise, reaches
from .person import Award, Person
from .windows import EXTRA, NO, YES, Span

EXPERTS_NEEDED = 2
_EXPERT_FACTS = ("/expert_recommendations", "/expert_title_level", "/experts_same_industry")


def routes(person: Person, target: str, gates: tuple[Condition, ...]) -> list[Route]:
    """The direct roads to ``associate_senior`` or ``senior``; merit only where it is claimed."""
    gates = (*gates, *applicants.any_skill_level(person))
    found = []
    if target == "senior":
        found.append(
            Route("honour_to_senior", "列名荣誉，推荐申报正高级", "C060", gates, tuple(_senior_ways(person)))
        )
    if target == "associate_senior":
        ways = tuple(_associate_ways(person))
        found.append(
            Route("honour_to_associate_senior", "列名荣誉和2名专家推荐，直接申报副高级", "C061", gates, ways)
        )
    if found and person.outstanding_contribution:
        found.append(Route("merit", "突出贡献，直接推荐", "C059", gates, (_merit(person),)))
    return found


def _unstated(person: Person, statement: str, latent: tuple[str, ...] = ()) -> list[Way]:
    """No list of honours, or an empty one."""
    if person.awards is None:
        asks = ("/awards",)
        return [
            (
                Condition(
                    EXTRA,
                    statement,
                    "有没有荣誉，还没有答",
                    asks,
                    asks=asks,
                    latent=latent,
                    confirm="你得过哪些荣誉",
                    office=SELF,
                ),
                *_frontline(person),
            )
        ]
    names = "、".join(HONOURS_SENIOR if statement == "C060" else HONOURS_ASSOCIATE)
    return [
        (
            Condition(
                NO, statement, "没有所列的荣誉", ("/awards",), ("A34",), lacking=f"所列荣誉之一（{names}）"
            ),
        )
    ]


def _senior_ways(person: Person) -> list[Way]:
    return [(_senior(award), *_frontline(person)) for award in person.awards or ()] or _unstated(
        person, "C060"
    )


def _senior(award: Award) -> Condition:
    """Whether an honour stands in the closed list of ② (A34, A37).

    C060 对中华技能大奖获得者，享受国务院政府特殊津贴，担任主教练指导学生或本人参加世界技能大赛并获得优胜奖及以上奖励，担任主教练指导学生或本人参加中华人民共和国职业技能大赛获铜牌及以上奖励的高技能人才，可推荐申报参加我省正高级职称评审。
    """
    facts = tuple(f"{award.at}/{key}" for key in ("name", "role", "result", "coached"))
    if award.name is None:
        return _open_award("C060", (f"{award.at}/name",), contest_asks(award))
    name = normalise(award.name)
    if is_contest(name):
        return _contest(award, name)
    if name in HONOURS_SENIOR:
        return Condition(YES, "C060", f"{name}，在所列荣誉之内", facts, ("A34",))
    return Condition(
        NO,
        "C060",
        f"“{name}”不在正高级的所列荣誉之内；这份名单没有“等”字",
        facts,
        ("A34", "A39"),
        lacking=f"所列荣誉之一（{'、'.join(HONOURS_SENIOR)}）",
    )


def _open_award(statement: str, asks: tuple[str, ...], latent: tuple[str, ...] = ()) -> Condition:
    return Condition(
        EXTRA,
        statement,
        "这项荣誉还没有填全",
        asks,
        ("A34",),
        asks=asks,
        latent=latent,
        confirm="荣誉的名称、身份和成绩，看证书",
        office=SELF,
    )


def _contest(award: Award, name: str) -> Condition:
    """A contest's role and result against the threshold of ② (A34, A37)."""
    facts = tuple(f"{award.at}/{key}" for key in ("name", "role", "result", "coached"))
    match reaches(award):
        case None:
            condition = _open_award("C060", contest_asks(award))
            condition.best = "open" if award.role == "head_coach" and award.coached == "employee" else "met"
            return condition
        case "judgement":
            return judged(
                "C060",
                f"{name}主教练，指导的是企业职工；原文写“指导学生”",
                f"{name}主教练指导企业职工得奖的，算不算",
                TITLE_DESK,
                extra=True,
                facts=facts,
                readings=("A37",),
            )
        case True:
            return Condition(YES, "C060", f"{name}{award.result}，达到所列标准", facts, ("A34", "A37"))
    return Condition(
        NO,
        "C060",
        f"{name}的身份或成绩没有达到所列标准",
        facts,
        ("A34", "A37"),
        lacking=f"{name}：本人或主教练（指导学生），并达到所列奖次",
    )


def _associate_ways(person: Person) -> list[Way]:
    ways = [way for award in person.awards or () for way in _associate(person, award)]
    return ways or _unstated(person, "C061", _expert_asks(person))


def _expert_asks(person: Person) -> tuple[str, ...]:
    """What is not stated of the experts; nothing where what is stated rules them out."""
    experts = _experts(person)
    failing = any(condition.span == NO for condition in experts)
    return () if failing else tuple(at for condition in experts for at in condition.asks)


def _associate(person: Person, award: Award) -> list[Way]:
    """The ways that one honour opens to 副高级: listed in ③, above it in ② (A35), or unlisted under 等 (A34).

    C061 对全国技术能手，国家级技能大师工作室带头人，“湖北工匠”“武汉工匠”，享受省、市政府专项津贴的高技能人才，省委省政府认定的其他“高精尖缺”高技能人才等，经本行业2名具有正高级专业技术职称的专家推荐，可直接申报参加我市副高级职称评审。
    """
    facts = (f"{award.at}/name",)
    frontline = _frontline(person)
    if award.name is None:
        latent = (*contest_asks(award), *_expert_asks(person))
        return [(_open_award("C061", facts, latent), *frontline)]
    name = normalise(award.name)
    if name in HONOURS_ASSOCIATE:
        listed = Condition(YES, "C061", f"{name}，在所列荣誉之内", facts, ("A34",))
        return [(listed, *_experts(person), *frontline)]
    ways: list[Way] = []
    senior = _senior(award)
    if senior.span != NO:
        higher = judged(
            "C060",
            f"{name}列在正高级的荣誉里，副高级的名单没有写",
            f"凭{name}能不能直接申报副高级，要不要专家推荐",
            TITLE_DESK,
            extra=True,
            facts=facts,
            readings=("A35",),
        )
        ways.append((higher, *((senior,) if senior.span != YES else ()), *frontline))
    if senior.span != YES:
        other = judged(
            "C061",
            f"“{name}”不在所列荣誉之内；名单以“等”结尾，可能性不大，要另外确认",
            f"“{name}”算不算副高级直接申报的荣誉",
            TITLE_DESK,
            extra=True,
            facts=facts,
            readings=("A34",),
        )
        ways.append((other, *_experts(person), *frontline))
    return ways


def _experts(person: Person) -> Way:
    """本行业2名具有正高级专业技术职称的专家推荐: at least two, 正高级, of the same industry (A36).

    C061 经本行业2名具有正高级专业技术职称的专家推荐
    """
    count, level, same = (
        person.expert_recommendations,
        person.expert_title_level,
        person.experts_same_industry,
    )
    return (
        _expert(
            count is not None and count >= EXPERTS_NEEDED,
            count is None,
            _EXPERT_FACTS[0],
            f"{EXPERTS_NEEDED}名专家推荐",
        ),
        _expert(level == "senior", level is None, _EXPERT_FACTS[1], "推荐专家具有正高级职称"),
        _expert(same is True, same is None, _EXPERT_FACTS[2], "推荐专家属于本行业"),
    )


def _expert(yes: bool, unknown: bool, fact: str, needed: str) -> Condition:
    says = f"{needed}：{'还没有答' if unknown else '符合' if yes else '不符合'}"
    return Condition(
        EXTRA if unknown else YES if yes else NO,
        "C061",
        says,
        (fact,),
        ("A36",),
        asks=(fact,) if unknown else (),
        lacking=needed,
        confirm=f"{needed}，能不能办到",
        office=COMMITTEE,
    )


def _frontline(person: Person) -> Way:
    """A listed honour with 长期在一线 stated as no: to be confirmed; not stated, it doesn't matter (A33)."""
    at = "/long_term_frontline"
    if person.long_term_frontline is None and person.outstanding_contribution:
        says = "有所列荣誉，先按长期在一线算；是否长期在一线还没有答"
        return (Condition(YES, "C059", says, (at,), ("A33",), latent=(at,)),)
    if person.long_term_frontline is not False:
        return ()
    return (
        judged(
            "C059",
            "你说不是长期在生产服务一线；所列荣誉要不要这一条，原文没有写清",
            "有所列荣誉、但不是长期在一线的，能不能直接申报",
            TITLE_DESK,
            extra=True,
            facts=("/long_term_frontline",),
            readings=("A33",),
        ),
    )


def _merit(person: Person) -> Way:
    """General merit without a listed honour: to be confirmed; not being on the front line rules it out (A33).

    C059 为国家和我省、市经济社会发展作出突出贡献，并长期在生产服务一线岗位工作的高技能人才，可直接推荐申报贯通领域正高级、副高级职称评审。
    """
    claim = judged(
        "C059",
        "你说作出过突出贡献；够不够，由有关部门认定",
        "没有所列荣誉，只凭突出贡献能不能直接推荐",
        TITLE_DESK,
        extra=True,
        facts=("/outstanding_contribution",),
        readings=("A33",),
    )
    at, front = "/long_term_frontline", person.long_term_frontline
    span: Span = EXTRA if front is None else YES if front else NO
    says = (
        "是否长期在生产服务一线，还没有答"
        if front is None
        else "长期在生产服务一线"
        if front
        else "不是长期在生产服务一线"
    )
    return (
        claim,
        Condition(
            span,
            "C059",
            says,
            (at,),
            ("A33",),
            asks=(at,) if front is None else (),
            lacking="长期在生产服务一线岗位工作",
            confirm="是否长期在生产服务一线岗位工作",
            office=SELF,
        ),
    )

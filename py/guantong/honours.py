"""The honours that open a direct road, their other names, and the thresholds of the two contests (A34, A37)."""

from __future__ import annotations

from typing import Final

from .facts import HONOURS_ASSOCIATE, HONOURS_SENIOR
from .person import Award

WORLDSKILLS: Final = "世界技能大赛"
NATIONAL_CONTEST: Final = "中华人民共和国职业技能大赛"

#: results that reach 四（二）4-②: 优胜奖及以上 in the one contest, 铜牌及以上 in the other
REACHING: Final[dict[str, tuple[str, ...]]] = {
    WORLDSKILLS: ("金牌", "银牌", "铜牌", "优胜奖"),
    NATIONAL_CONTEST: ("金牌", "银牌", "铜牌"),
}

OUTSIDE: Final = ("assistant_coach", "other")  #: roles that no contest result helps (A37)

_ALIASES: Final[dict[str, str]] = {
    "全国职业技能大赛": NATIONAL_CONTEST,
    "全国技能大赛": NATIONAL_CONTEST,
    "世赛": WORLDSKILLS,
    "国务院政府特殊津贴": HONOURS_SENIOR[1],
    "国务院特殊津贴": HONOURS_SENIOR[1],
    "享受国务院特殊津贴": HONOURS_SENIOR[1],
    "湖北省政府专项津贴": "享受省政府专项津贴",
    "省政府专项津贴": "享受省政府专项津贴",
    "享受湖北省政府专项津贴": "享受省政府专项津贴",
    "武汉市政府专项津贴": "享受市政府专项津贴",
    "市政府专项津贴": "享受市政府专项津贴",
    "享受武汉市政府专项津贴": "享受市政府专项津贴",
    "省委省政府认定的其他高精尖缺高技能人才": HONOURS_ASSOCIATE[-1],
}
_RESULTS: Final = {"金奖": "金牌", "银奖": "银牌", "铜奖": "铜牌", "优胜": "优胜奖"}
_QUOTES = str.maketrans("", "", "“”\"'「」 \u3000")


def normalise(name: str) -> str:
    """An honour's listed name; an unlisted one comes back as given."""
    bare = name.translate(_QUOTES)
    if bare in _ALIASES:
        return _ALIASES[bare]
    return next(
        (listed for listed in HONOURS_SENIOR + HONOURS_ASSOCIATE if listed.translate(_QUOTES) == bare),
        name.strip(),
    )


def is_contest(name: str) -> bool:
    return name in REACHING


def _result(award: Award) -> str | None:
    """A contest result by its listed word."""
    return _RESULTS.get(award.result.strip(), award.result.strip()) if award.result else None


def reaches(award: Award) -> bool | str | None:
    """Whether a contest result reaches 四（二）4-②: yes, no, ``None`` while unknown, ``"judgement"`` for a coach of employees.

    本人 or 主教练指导学生; assistants, experts, interpreters and judges are outside (A37).
    """
    name = normalise(award.name or "")
    result = _result(award)
    if award.role in OUTSIDE or (result is not None and result not in REACHING[name]):
        return False
    if award.role is None or result is None:
        return None
    return "judgement" if award.role == "head_coach" and award.coached == "employee" else True


def contest_asks(award: Award) -> tuple[str, ...]:
    """What is not stated of a contest and can still bring it to 四（二）4-②, or keep it from there."""
    result = _result(award)
    if award.role in OUTSIDE or (
        result is not None and not any(result in good for good in REACHING.values())
    ):
        return ()
    return tuple(f"{award.at}/{key}" for key in ("role", "result") if getattr(award, key) is None)

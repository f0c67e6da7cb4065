"""二、贯通领域 — which series are obtained by review, which by examination, which the policy does not name."""

from __future__ import annotations

from typing import Literal

from . import series
from .conditions import TITLE_DESK, Condition, Route, gate, judged
from .person import Person
from .windows import NO, YES

Kind = Literal["review", "exam", "unlisted"]


def kind(person: Person) -> Kind | None:
    """How the target series is obtained; ``None`` where no series is given.

    C016 工程、农业、工艺美术、文物博物、实验技术、艺术、体育、技工院校教师等系列职称
    C017 经济、会计、统计、审计、翻译、出版、通信、计算机技术与软件等专业技术人员职业资格
    Both lists end in 等: a series on neither is left to the office (A14).
    """
    name = person.target_series
    if name is None:
        return None
    if name in series.REVIEWED:
        return "review"
    return "exam" if name in series.EXAMINED else "unlisted"


def is_telecom_engineering(person: Person) -> bool:
    """工程 with a 通信 specialty: the text names 通信 among the examined, and it is a specialty of 工程 too (A14)."""
    return person.target_series == "工程" and "通信" in (person.target_specialty or "")


def series_gates(person: Person) -> tuple[Condition, ...]:
    """The condition that the target series sets on every road of review; none where no series is given."""
    name = person.target_series
    match kind(person):
        case "review":
            return (Condition(YES, "C016", f"{name}系列在评审系列名单里", ("/target_series",), ("A14",)),)
        case "unlisted":
            return (
                judged(
                    "C016",
                    f"本办法没有点名{name}系列；名单以“等”结尾，要另外确认",
                    f"{name}系列能不能按本办法申报职称",
                    TITLE_DESK,
                    facts=("/target_series",),
                    readings=("A14",),
                ),
            )
        case _:
            return ()


def exam_route(person: Person, level: str) -> Route:
    """The single road of an examined series, seen from a level of review (A15).

    The lower levels are obtained by examination alone; for the higher ones most series examine and review.
    """
    name = person.target_series
    if level in ("assistant", "intermediate"):
        condition = Condition(
            NO,
            "C017",
            f"{name}的这一级通过考试取得，不评审",
            ("/target_series",),
            ("A15",),
            lacking=f"{name}的这一级要参加考试，看“考试报名”一项",
        )
    else:
        condition = judged(
            "C017",
            f"{name}的高级多为考试和评审结合，本办法没有写",
            f"{name}的高级职称怎么考、怎么评",
            TITLE_DESK,
            facts=("/target_series",),
            readings=("A15",),
        )
    return Route("exam", f"{name}：考试系列", "C017", (condition,))


def exam_registration(person: Person) -> Route:
    """Registering for the examination: the exam's own conditions and nothing else (A15).

    C018 高技能人才参加专业技术人员职业资格考试的，应符合相应的报考资格条件。
    """
    condition = gate(
        person.exam_conditions_met,
        "C018",
        "exam_conditions_met",
        ("你说符合该考试的报考条件", "你说不符合该考试的报考条件", "该考试的报考条件是否符合，还没有答"),
        readings=("A15",),
        lacking="该考试规定的报考条件",
        confirm="看该考试当年的报名通知：报考条件是否符合",
        office="该考试的报名通知和组织单位",
    )
    return Route("exam", f"{person.target_series}：报名考试", "C018", (condition,))

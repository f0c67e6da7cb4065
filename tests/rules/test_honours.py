"""Honours under other names, and what a contest result must be: people write what stands on their certificate."""

from __future__ import annotations

from typing import Any

import pytest

from guantong.honours import contest_asks, normalise, reaches
from guantong.intake import read
from guantong.person import Award

CONTEST = "中华人民共和国职业技能大赛"


def award(**facts: Any) -> Award:
    """The one award of a person."""
    [entry] = read({"awards": [facts]}).awards or ()
    return entry


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("国务院政府特殊津贴", "享受国务院政府特殊津贴"),
        ("国务院特殊津贴", "享受国务院政府特殊津贴"),
        ("享受国务院特殊津贴", "享受国务院政府特殊津贴"),
        ("湖北省政府专项津贴", "享受省政府专项津贴"),
        ("享受武汉市政府专项津贴", "享受市政府专项津贴"),
        ("世赛", "世界技能大赛"),
        ("全国技能大赛", CONTEST),
        ("省委省政府认定的其他高精尖缺高技能人才", "省委省政府认定的其他“高精尖缺”高技能人才"),
        ("省委省政府认定的其他「高精尖缺」高技能人才", "省委省政府认定的其他“高精尖缺”高技能人才"),
        (" 武汉工匠 ", "武汉工匠"),
        (" 厂先进工作者 ", "厂先进工作者"),
    ],
)
def test_an_honour_is_known_by_what_people_call_it(written: str, listed: str) -> None:
    assert normalise(written) == listed


@pytest.mark.parametrize(
    ("facts", "reached"),
    [
        ({"name": CONTEST, "role": "competitor", "result": "铜牌"}, True),
        ({"name": CONTEST, "role": "competitor", "result": " 铜奖 "}, True),
        ({"name": CONTEST, "role": "competitor", "result": "优胜奖"}, False),
        ({"name": "世赛", "role": "competitor", "result": "优胜"}, True),
        ({"name": "世赛", "role": "competitor", "result": "第七名"}, False),
        ({"name": "世赛", "role": "competitor"}, None),
        ({"name": "世赛", "result": "金牌"}, None),
        ({"name": "世赛", "role": "other", "result": "金牌"}, False),
        ({"name": "世赛", "role": "assistant_coach"}, False),
    ],
)
def test_a_contest_counts_by_role_and_result(facts: dict[str, Any], *, reached: bool | None) -> None:
    assert reaches(award(**facts)) is reached


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({"name": "世赛"}, ["role", "result"]),
        ({"name": "世赛", "role": "competitor"}, ["result"]),
        ({"name": "世赛", "result": "金牌"}, ["role"]),
        ({"name": "世赛", "result": "第七名"}, []),
        ({"name": "世赛", "role": "other"}, []),
        ({"name": "世赛", "role": "competitor", "result": "优胜"}, []),
    ],
)
def test_of_a_contest_only_what_can_still_bring_it_there_is_asked(
    facts: dict[str, Any], asked: list[str]
) -> None:
    assert contest_asks(award(**facts)) == tuple(f"/awards/0/{key}" for key in asked)

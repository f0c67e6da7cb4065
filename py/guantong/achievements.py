"""四、（四）评审具体方式, ③: what of one's work may be put forward, as a list to fill in. No status hangs on it."""

from __future__ import annotations

import re
from typing import Any

from .chapter_3_conditions import SKILL_NAMES
from .conditions import COMMITTEE
from .person import Person
from .policy import statement

STATEMENT = "C069"
# C069 高技能人才在申报条件规定任职期间的科技成果转化应用、执行操作规程、解决生产难题、参与技术改造革新、工艺改进、传技带徒等方面的能力和贡献，技能竞赛获奖情况、行业工法、操作法、完成技能攻关项目、技术报告、经验总结、行业标准等创新性成果，均可作为职称评审的职业能力和工作业绩。
_PARTS = re.compile(
    r"在(?P<period>.+?)的(?P<abilities>.+?)等方面的(?P<first>.+?)，(?P<results>.+?)等(?P<second>[^、，]+?)，均可"
)


def achievements(person: Person) -> dict[str, Any]:
    """The items that the text names, in its two groups, the period it names, and the certificates that may begin it."""
    text = statement(STATEMENT)
    found = _PARTS.search(text.text)
    assert found is not None
    held = [
        {"name": SKILL_NAMES[entry.level], "date": entry.obtained.text if entry.obtained else None}
        for entry in person.skills or ()
        if entry.level in SKILL_NAMES and entry.held and entry.same_occupation is not False
    ]
    return {
        "period": found["period"],
        "since": held,
        "groups": [
            {"name": found["first"], "items": found["abilities"].split("、")},
            {"name": found["second"], "items": found["results"].split("、")},
        ],
        "statement": text.id,
        "clause": text.clause,
        "quote": text.text,
        "confirm": {
            "says": f"“{found['period']}”从哪天算到哪天，是不是从取得技能证书那天起",
            "office": COMMITTEE,
            "readings": ["A04"],
        },
    }

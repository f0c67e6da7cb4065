"""Readings on part two: which series of titles are reviewed, examined or not named."""

from __future__ import annotations

from guantong.readings.entry import Reading

ENTRIES = (
    Reading(
        number="A14",
        subject="没点名的职称系列",
        open="评审和考试两份系列清单都以“等”收尾。卫生、档案、新闻这类没点名的系列，没有写清。",
        taken=(
            "点名的系列按评审或考试办。没点名的，各级都需确认；别的条件明确不满足的，仍是不可申报。"
            "通信单独作系列，按考试；工程系列里的通信专业，先按工程评审回答，并提示原文两处都写到，请问清。"
            "没有选系列的，先按评审回答，并提示系列会改变结果。"
        ),
        because="“等”说明清单没有列完，既不能说一定可以，也不能说不可以。",
        clauses=("二（一）", "二（二）"),
        office="专业技术人员管理处",
    ),
    Reading(
        number="A15",
        subject="以考试取得的系列",
        open="二（二）只写要符合相应的报考条件，没有写别的。",
        taken=(
            "经济、会计等考试系列，助理级、中级不经评审，看考试报名。报名只看你符不符合该考试的条件：符合，可申报；"
            "不符合，不可申报；不知道，需确认。本办法的年限、考核、退休规定不管考试。副高级、正高级需确认。"
        ),
        because="四的各项写的是“职称评审”。考试系列的高级多为考试与评审结合，这一点未核实。",
        clauses=("二（二）",),
        office="该考试的组织机构，或专业技术人员管理处",
    ),
)

"""What both annex forms share: word lists of the notes, problems of a field, identity numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

#: C091, C106
ID_TYPES = ("身份证", "士兵证", "军官证", "警官证", "港澳台证", "护照", "其他")
#: C094, C107
EDUCATION = (
    "博士",
    "研究生",
    "大学本科",
    "大学专科和专科学校",
    "中等专业学校",
    "技校",
    "高级技校",
    "技师学院",
    "高中",
    "职高",
    "初中",
    "小学",
)
#: C095, C108
SOURCES = (
    "国有企业",
    "集体企业",
    "私营企业",
    "个体外企",
    "外商投资",
    "港澳台商投资",
    "职业高中",
    "普通技工学校",
    "高级技工学校",
    "技师学院",
    "职业技术学院",
    "普通中专",
    "普通高中",
    "普通大专",
    "普通大学",
    "研究生院",
    "其他",
    "下岗失业人员",
    "现役军人",
    "农民工",
    "劳改劳教人员",
    "其他人员",
    "机关事业单位",
)
PRINTED_SLIP, REAL_WORD = "个体外企", "个体企业"  # A43
#: C098
SKILL_WORDS = ("一级/高级技师", "二级/技师", "三级/高级工", "四级/中级工", "五级/初级工", "无级别")
REACHED_WORDS = SKILL_WORDS[:3]
GB_11643 = "GB 11643"

SUGGESTIONS = {
    "本科": "大学本科",
    "大专": "大学专科和专科学校",
    "专科": "大学专科和专科学校",
    "中专": "中等专业学校",
    "硕士": "研究生",
    "硕士研究生": "研究生",
    "博士研究生": "博士",
    "居民身份证": "身份证",
    "自取证书": "自取",
    "自领": "自取",
    "到付": "快递到付",
    "快递": "快递到付",
    "邮寄": "快递到付",
    "高级技师": "一级/高级技师",
    "一级": "一级/高级技师",
    "技师": "二级/技师",
    "二级": "二级/技师",
    "高级工": "三级/高级工",
    "三级": "三级/高级工",
    "中级工": "四级/中级工",
    "四级": "四级/中级工",
    "初级工": "五级/初级工",
    "五级": "五级/初级工",
    "国企": "国有企业",
    "民营企业": "私营企业",
    "私企": "私营企业",
    "事业单位": "机关事业单位",
    "机关": "机关事业单位",
}


@dataclass
class Findings:
    """What is wrong with a form or a row: errors, warnings, and whether something stays to be confirmed."""

    errors: list[dict[str, str]] = field(default_factory=list)
    warnings: list[dict[str, str]] = field(default_factory=list)
    open: bool = False

    def error(self, column: str, value: str, note: str, says: str) -> None:
        self.errors.append({"column": column, "value": value, "note": note, "says": says})

    def warn(self, column: str, value: str, note: str, says: str, *, confirm: bool = False) -> None:
        """A warning; ``confirm``: something is unknown, so that the whole can't be called valid."""
        self.warnings.append({"column": column, "value": value, "note": note, "says": says})
        self.open = self.open or confirm

    def report(self) -> dict[str, Any]:
        status = "invalid" if self.errors else "needs_confirmation" if self.open else "valid"
        return {"status": status, "errors": self.errors, "warnings": self.warnings}


def word_list(findings: Findings, column: str, value: str, words: tuple[str, ...], note: str) -> bool:
    """Check a drop-down value; a wrong one is an error with the accepted words and, where one is near, a suggestion."""
    if value in words:
        return True
    near = SUGGESTIONS.get(value)
    hint = f"是不是“{near}”？" if near in words else ""
    findings.error(
        column, value, note, f"{column}填的是“{value}”，不在名单里。{hint}可填：{'、'.join(words)}。"
    )
    return False


def source_of_candidate(findings: Findings, column: str, value: str, note: str) -> None:
    """考生来源, with the slip that both printed lists share (A43)."""
    if value == REAL_WORD:
        findings.warn(
            column,
            value,
            note,
            f"名单上印的是“{PRINTED_SLIP}”，很可能是“{REAL_WORD}”之误，请核对真实的下拉菜单。",
            confirm=True,
        )
    elif value == PRINTED_SLIP:
        findings.warn(
            column,
            value,
            note,
            f"“{PRINTED_SLIP}”照印出的名单填写；很可能是“{REAL_WORD}”之误，请核对下拉菜单。",
        )
    else:
        word_list(findings, column, value, SOURCES, note)


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity_number(findings: Findings, column: str, number: str, birth: str, sex: str) -> None:
    """Check an identity number by GB 11643; the policy has no such rule, so everything here is a warning (A48).

    ``birth`` as YYYY-MM-DD or YYYY-MM and ``sex`` as 男 or 女, empty where not stated.
    """
    if len(number) == 15 and number.isascii() and number.isdigit():
        findings.warn(column, number, GB_11643, "这是15位的旧号码，请核对是否已换成18位。")
        return
    if not (
        len(number) == 18 and number.isascii() and number[:17].isdigit() and number[17] in "0123456789Xx"
    ):
        findings.warn(column, number, GB_11643, "身份证号应为18位：前17位是数字，末位是数字或X。")
        return
    if number[17] == "x":
        findings.warn(column, number, GB_11643, "末位的x应写成大写X。")
    if (
        "10X98765432"[sum(int(d) * w for d, w in zip(number, _WEIGHTS, strict=False)) % 11]
        != number[17].upper()
    ):
        findings.warn(column, number, GB_11643, "身份证号的校验码不对，请逐位核对。")
        return
    _agrees(findings, column, number, birth, sex)


def _agrees(findings: Findings, column: str, number: str, birth: str, sex: str) -> None:
    born = f"{number[6:10]}-{number[10:12]}-{number[12:14]}"
    if real_date(born) is None:
        findings.warn(column, number, GB_11643, "身份证号里的出生日期不是一个真实的日期。")
    elif birth and not born.startswith(birth):
        findings.warn(column, number, GB_11643, f"身份证号里的出生日期是 {born}，与填写的 {birth} 不一致。")
    if sex in ("男", "女") and sex != ("男" if int(number[16]) % 2 else "女"):
        findings.warn(column, number, GB_11643, f"身份证号表示的性别，与填写的“{sex}”不一致。")


def real_date(text: str) -> date | None:
    """A date strictly as YYYY-MM-DD, or ``None``."""
    if len(text) != 10 or not text.isascii() or text[4] != "-" or text[7] != "-":
        return None
    parts = text.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None

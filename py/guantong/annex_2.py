"""附件2 — checking the personal form: its fields, its notes, what goes with it, and whether the level is reached."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, cast

from . import days
from .chapter_3_conditions import routes
from .conditions import dates, verdict
from .facts import BY_KEY
from .forms import (
    EDUCATION,
    ID_TYPES,
    REACHED_WORDS,
    SKILL_WORDS,
    SUGGESTIONS,
    Findings,
    identity_number,
    source_of_candidate,
    word_list,
)
from .intake import MAX_NUMBER, BadInput, InputError, accepted, clean, pointer, show, whole
from .person import Person, TitleEntry
from .series import normalise
from .titles import LEVEL_WORDS, Level, known, level_of
from .windows import some

#: C101, by their printed names
FIELDS = (
    "姓名",
    "性别",
    "出生年月",
    "证件类别",
    "证件号码",
    "文化程度",
    "所在单位",
    "职称系列",
    "职称专业",
    "职称证书等级",
    "考生来源",
    "申报职业技能等级职业（工种）",
    "申报等级",
)
FORM, PLEDGE, OPINION = "附件2·表", "附件2·承诺", "附件2·意见"
COPIES = 3  # C104
MAX_CELL = 2000
_FLAGS = ("photo_attached", "signed", "unit_sealed", "title_certificate_copy_attached")
_DAYS = ("as_of", "signed_on", "title_obtained")
_KEYS = (*FIELDS, *_DAYS, *_FLAGS, "copies", "person_type")
_MONTH = re.compile(r"(\d{4})(?:-|\.|/|年)(\d{1,2})(?:月|(?:-|\.|/|月)\d{1,2}日?)?", re.ASCII)


def check(form: object) -> dict[str, Any]:
    """The form's fields and what goes with it → status, errors, warnings.

    What is known to be lacking is an error; what is not stated leaves the form to be confirmed.
    Raises :class:`BadInput` where a key, a type or a date is wrong.
    """
    given = _read(form)
    as_of = date.fromisoformat(given["as_of"]) if given.get("as_of") else days.today()
    findings = Findings()
    for name in FIELDS:
        _check_presence(findings, given, name)
    cells = {name: given.get(name) or "" for name in FIELDS}
    _check_words(findings, cells, as_of)
    _check_papers(findings, given, as_of)
    _check_obtained(findings, cells["职称证书等级"], given.get("title_obtained"), as_of)
    _check_reached(findings, cells, given, as_of)
    return findings.report()


def _read(form: object) -> dict[str, Any]:
    if not isinstance(form, dict):
        raise BadInput([InputError("", show(form), "一个对象：表上的栏目和附带情况")])
    errors = [error for key, value in form.items() if value is not None and (error := _key_error(key, value))]
    errors += [
        InputError(pointer(key), "空", "只有这些键：" + "、".join(_KEYS))
        for key, value in form.items()
        if value is None and key not in _KEYS
    ]
    if errors:
        raise BadInput(errors)
    return {
        key: value.strip() if isinstance(value, str) else value
        for key, value in form.items()
        if value is not None
    }


def _key_error(key: str, value: object) -> InputError | None:
    at, shown = pointer(key), show(value)
    if key in FIELDS:
        good = isinstance(value, str) and len(value) <= MAX_CELL and clean(value)
        return None if good else InputError(at, shown, f"文字，至多 {MAX_CELL} 个字")
    if key in _DAYS:
        if key == "signed_on" and isinstance(value, str) and not value.strip():
            return None  # a place on the form that was left blank
        moment = days.parse(value) if isinstance(value, str) else None
        good = moment is not None and (len(moment.text) == 10 or key == "title_obtained")
        return (
            None
            if good
            else InputError(at, shown, accepted(BY_KEY["birth_date" if key == "title_obtained" else "as_of"]))
        )
    if key in _FLAGS:
        return None if isinstance(value, bool) else InputError(at, shown, accepted(BY_KEY["retired"]))
    if key == "copies":
        good = whole(value) and 0 <= cast(float, value) <= MAX_NUMBER
        return None if good else InputError(at, shown, accepted(BY_KEY["expert_recommendations"]))
    if key == "person_type":
        fact = BY_KEY["person_type"]
        return (
            None
            if any(value == choice.value for choice in fact.choices)
            else InputError(at, shown, accepted(fact))
        )
    return InputError(at, shown, "只有这些键：" + "、".join(_KEYS))


def _check_presence(findings: Findings, given: dict[str, Any], name: str) -> None:
    """A blank field is lacking; a field that is not stated is unknown."""
    if name not in given:
        findings.warn(name, "", FORM, f"没有说明“{name}”一栏填了没有。", confirm=True)
    elif not given[name]:
        if name == "所在单位" and given.get("person_type") == "social_individual":
            findings.warn(
                name,
                "",
                FORM,
                "社会人员没有单位的，“所在单位”怎么填，要问武汉市职业技能鉴定指导中心。",
                confirm=True,
            )
        else:
            findings.error(name, "", FORM, f"“{name}”一栏是空的。")


def _check_words(findings: Findings, cells: dict[str, str], as_of: date) -> None:
    birth = _check_birth(findings, cells["出生年月"], as_of)
    if cells["性别"] and cells["性别"] not in ("男", "女"):
        findings.error("性别", cells["性别"], FORM, f"性别填的是“{cells['性别']}”，应为“男”或“女”。")
    if cells["证件类别"]:
        word_list(findings, "证件类别", cells["证件类别"], ID_TYPES, "附件2·说明3")
    if cells["文化程度"]:
        word_list(findings, "文化程度", cells["文化程度"], EDUCATION, "附件2·说明4")
    if cells["考生来源"]:
        source_of_candidate(findings, "考生来源", cells["考生来源"], "附件2·说明5")
    if cells["证件类别"] == "身份证" and cells["证件号码"]:
        identity_number(findings, "证件号码", cells["证件号码"], birth, cells["性别"])
    level = cells["申报等级"]
    if (
        level
        and word_list(findings, "申报等级", _skill_word(level), SKILL_WORDS, FORM)
        and _skill_word(level) not in REACHED_WORDS
    ):
        findings.warn("申报等级", level, "三（二）", f"“{level}”低于三级/高级工，不在贯通申报之内。")


def _skill_word(text: str) -> str:
    near = SUGGESTIONS.get(text, text)
    return near if near in SKILL_WORDS else text


def _check_birth(findings: Findings, text: str, as_of: date) -> str:
    """出生年月 as YYYY-MM for comparing; empty where it can't be read or lies in the future."""
    if not text:
        return ""
    match = _MONTH.fullmatch(text)
    month = f"{match[1]}-{int(match[2]):02d}" if match else ""
    moment = days.parse(month) if month else None
    if moment is None:
        findings.error("出生年月", text, FORM, f"出生年月填的是“{text}”，应写成 1985-05 这样的年月。")
        return ""
    if moment.first > as_of:
        findings.error("出生年月", text, FORM, f"出生年月 {text} 在 {as_of} 之后。")
        return ""
    return month


def _check_papers(findings: Findings, given: dict[str, Any], as_of: date) -> None:
    """The photo, the pledge with its signature and date, the stamp, three copies, the certificate's copy."""
    _flag(findings, given.get("photo_attached"), "照片", FORM, "没有贴照片。")
    _flag(findings, given.get("signed"), "本人签名", PLEDGE, "承诺书没有本人签名。")
    signed_on = given.get("signed_on")
    if signed_on is None:
        findings.warn("签名日期", "", PLEDGE, "没有说明签名日期填了没有。", confirm=True)
    elif not signed_on:
        findings.error("签名日期", "", PLEDGE, "承诺书没有写签名日期。")
    elif date.fromisoformat(signed_on) > as_of:
        findings.error("签名日期", signed_on, PLEDGE, f"签名日期 {signed_on} 在 {as_of} 之后。")
    if given.get("person_type") == "social_individual" and not given.get("unit_sealed"):
        findings.warn(
            "单位（盖章）",
            "",
            OPINION,
            "社会人员没有单位的，谁来盖章，要问武汉市职业技能鉴定指导中心。",
            confirm=True,
        )
    else:
        _flag(findings, given.get("unit_sealed"), "单位（盖章）", OPINION, "“所在单位意见”没有盖章。")
    copies = given.get("copies")
    if copies is None:
        findings.warn("份数", "", "附件2·说明1", f"没有说明份数；本表一式{COPIES}份。", confirm=True)
    elif copies < COPIES:
        findings.error("份数", str(copies), "附件2·说明1", f"只有{copies}份；本表一式{COPIES}份。")
    _flag(
        findings,
        given.get("title_certificate_copy_attached"),
        "专业技术职称证书复印件",
        "附件2·说明2",
        "没有附专业技术职称证书复印件。",
    )


def _flag(findings: Findings, value: bool | None, column: str, note: str, lacking: str) -> None:
    if value is False:
        findings.error(column, "", note, lacking)
    elif value is None:
        findings.warn(column, "", note, f"没有说明“{column}”有没有。", confirm=True)


def _check_obtained(findings: Findings, title: str, obtained: str | None, as_of: date) -> None:
    """A title can't have been obtained after the day of calculation."""
    moment = days.parse(obtained) if obtained else None
    if moment and moment.first > as_of:
        findings.error("职称证书等级", title, FORM, f"职称取得时间 {moment.text} 在 {as_of} 之后。")


def _check_reached(findings: Findings, cells: dict[str, str], given: dict[str, Any], as_of: date) -> None:
    """Whether the stated title reaches the level applied for on the day; if not, a warning with the clause."""
    word = _skill_word(cells["申报等级"])
    if not cells["职称证书等级"] or word not in REACHED_WORDS:
        return
    level, recognised = _title_level(cells)
    if not recognised:
        says = f"职称证书等级填的是“{cells['职称证书等级']}”，看不出是哪一级，请照证书填。"
        findings.warn("职称证书等级", cells["职称证书等级"], FORM, says, confirm=True)
        return
    moment = days.parse(given["title_obtained"]) if given.get("title_obtained") else None
    if moment and moment.first > as_of:
        return
    target = f"skill_{REACHED_WORDS.index(word) + 1}"
    person = Person(
        as_of, titles=(TitleEntry("/titles/0", level, moment, True, True, True, True, cells["职称证书等级"]),)
    )
    roads = [road for road in routes(person, target, ()) if not road.id.startswith("promotion")]
    span = some(way for road in roads for way in road.way_spans)  # the certificate alone, without the gates
    reached, earliest = verdict(span, person.today), dates(span, person.today)[0]
    clause = roads[0].clause
    if reached == "needs_confirmation" and (moment is None or level in (None, "junior_unspecified")):
        says = f"按所填职称能不能申报{word}，要看职称的级别和取得时间，这里没有说明。"
        findings.warn("申报等级", cells["申报等级"], clause, says, confirm=True)
    elif reached == "needs_confirmation" and earliest:  # of the day only the month or the year is known
        says = f"到 {as_of} 满没满年限，要看职称是哪一天取得的；{earliest} 起一定满。"
        findings.warn("申报等级", cells["申报等级"], clause, says, confirm=True)
    if reached == "not_eligible":
        when = f"，{earliest} 起才满年限" if earliest else ""
        findings.warn(
            "申报等级", cells["申报等级"], clause, f"按所填职称，到 {as_of} 还不能申报{word}{when}。"
        )


def _title_level(cells: dict[str, str]) -> tuple[Level | None, bool]:
    """The level that 职称证书等级 means, by level word or by title name; and whether it could be read at all."""
    text = cells["职称证书等级"]
    if text in LEVEL_WORDS:
        return LEVEL_WORDS[text], True
    if text == "高级":
        return "associate_senior", True
    return level_of(text, normalise(cells["职称系列"]) if cells["职称系列"] else None), known(text)

"""From a person of the list to the fields of annex 1 and annex 2. What the list doesn't say stays blank."""

from __future__ import annotations

from guantong.annex_2 import FIELDS
from guantong.facts import SKILL_LEVELS
from guantong.intake import BadInput, read
from guantong.targets import SKILLS
from guantong.titles import LEVEL_NAMES

from .people import Chance, Verdict
from .people_rows import PersonRow, form_cells

_SKILL_LABELS = {choice.value: choice.label for choice in SKILL_LEVELS}


def level_applied_for(verdict: Verdict) -> Chance | None:
    """The highest of the three levels that is open, else the highest that waits for confirmation and for no day; to be looked over."""
    rungs = [chance for chance in verdict.chances if chance.key in SKILLS]
    for status in ("eligible", "needs_confirmation"):
        found = [chance for chance in rungs if chance.status == status]
        if found:
            return max(found, key=lambda chance: SKILLS.index(chance.key))
    return None


def annex_1_row(person: PersonRow, verdict: Verdict) -> dict[str, str]:
    """The columns of annex 1 that the list fills."""
    cells = form_cells(person)
    level = level_applied_for(verdict)
    if level:
        cells.setdefault("级别", level.name)
    skills = [skill for skill in person.facts.get("skills") or () if skill.get("level")]
    if skills:
        cells.setdefault("原证书等级", _SKILL_LABELS[skills[0]["level"]])
    return cells


def annex_2_fields(person: PersonRow, verdict: Verdict) -> dict[str, str]:
    """The fields of annex 2 by their printed names."""
    cells = annex_1_row(person, verdict)
    title = highest_title(person)
    return {
        **{name: cells.get(name, "") for name in FIELDS},
        "出生年月": (cells.get("出生日期") or str(person.facts.get("birth_date") or ""))[:7],
        "证件类别": cells.get("证件类型", ""),
        "证件号码": cells.get("证件号", ""),
        "职称系列": title.get("series", ""),
        "职称专业": cells.get("职称专业", ""),
        "职称证书等级": title.get("name") or LEVEL_NAMES.get(title.get("level", ""), ""),
        "申报职业技能等级职业（工种）": "".join(
            (cells.get("职业名称", ""), _bracketed(cells.get("工种名称", "")))
        ),
        "申报等级": cells.get("级别", ""),
    }


def _bracketed(text: str) -> str:
    return f"（{text}）" if text else ""


def highest_title(person: PersonRow) -> dict[str, str]:
    """The title to state on the form: the highest whose level the rules can read, else the first."""
    given = person.facts.get("titles") or []
    if not given:
        return {}
    try:
        read_titles = read({"titles": given}).titles or ()
    except BadInput:
        return dict(given[0])
    ranks = {level: rank for rank, level in enumerate(LEVEL_NAMES)}
    best = max(range(len(given)), key=lambda at: ranks.get(read_titles[at].level or "", -1))
    return dict(given[best])


__all__ = ["annex_1_row", "annex_2_fields", "highest_title", "level_applied_for"]

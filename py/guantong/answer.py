"""The answer in sentences: what a page, a print and a table show first."""

from __future__ import annotations

from typing import Any

from .person import Person
from .policy import DOCUMENT
from .targets import NAMES, SKILLS, TITLES

Results = dict[str, dict[str, Any]]

_SKILL_ORDER = ("apprentice", "5", "4", "3", "2", "1", "special_technician", "chief_technician")
_TITLE_ORDER = (
    "below_assistant",
    "junior_unspecified",
    "assistant",
    "intermediate",
    "associate_senior",
    "senior",
)
VALIDITY = f"本站所用的{DOCUMENT}文本没有写印发日期和有效期，请先核对是否仍然有效（解读A46）。"


def answer(person: Person, results: Results) -> dict[str, Any]:
    """``headline``, the one sentence on top, and ``more``, what follows it."""
    keys = [key for key in results if key not in _held(person)]
    today = person.as_of.isoformat()
    now = [key for key in keys if results[key]["status"] == "eligible"]
    later = [
        key
        for key in keys
        if results[key]["status"] == "not_eligible" and (results[key]["earliest"] or "") > today
    ]
    ask = [key for key in keys if results[key]["status"] == "needs_confirmation" and not _below(key, now)]
    parts = ([f"现在可申报：{_names(now)}"] if now else []) + _dated(results, later)
    settled = [key for key in ask if results[key]["answered"]]
    waiting = [key for key in ask if not results[key]["answered"]]
    sentences = []
    if settled and parts:
        sentences.append(f"还可以向有关单位确认：{_open(results, settled, today)}。")
    elif settled:
        parts = [f"须先向有关单位确认：{_open(results, settled, today)}"]
    if waiting and parts:
        sentences.append(f"还有问题没有答，暂时说不定：{_open(results, waiting, today)}。")
    elif waiting:
        parts = ["还有问题没有答，答完才能说可以申报哪一级"]
    closed = [key for key in keys if results[key]["status"] == "not_eligible" and key not in later]
    if closed and parts:
        sentences.append(f"目前不可申报：{_names(closed)}。")
    parts = parts or ["目前没有可以按本办法申报的新等级"]
    more = [*sentences, *_problems(person), f"年限算到 {today}。", VALIDITY]
    return {"headline": "；".join(parts) + "。", "more": more}


def _below(key: str, open_now: list[str]) -> bool:
    """Whether a higher level of the same ladder is open already, so that this one needs no asking."""
    ladder = next((ladder for ladder in (SKILLS, TITLES) if key in ladder), ())
    return any(other in ladder[ladder.index(key) + 1 :] for other in open_now) if ladder else False


def _open(results: Results, keys: list[str], today: str) -> str:
    """Open targets, each with the day on which its years are complete for certain, where that is still to come."""
    return "、".join(
        NAMES[key] + (f"（最晚 {day} 满年限）" if (day := results[key]["earliest"] or "") > today else "")
        for key in keys
    )


def _names(keys: list[str]) -> str:
    return "、".join(NAMES[key] for key in keys)


def _dated(results: Results, keys: list[str]) -> list[str]:
    by_day: dict[str, list[str]] = {}
    for key in keys:
        open_points = "，但要先确认几件事" if results[key]["confirm"] else ""
        by_day.setdefault(f"{results[key]['earliest']} 起可申报{open_points}", []).append(key)
    return [f"{start}：{_names(found)}" for start, found in sorted(by_day.items())]


def _problems(person: Person) -> list[str]:
    return ["填的内容有几处要核对，见“要核对的内容”。"] if person.problems else []


def _held(person: Person) -> set[str]:
    """Targets at or below what is certainly held: there is no need to apply for them."""
    held: set[str] = set()
    levels = [_SKILL_ORDER.index(s.level) for s in person.skills or () if s.level and s.held]
    if levels:
        held |= {key for key in SKILLS if _SKILL_ORDER.index(key[-1]) <= max(levels)}
    ranks = [_TITLE_ORDER.index(t.level) for t in person.titles or () if t.level and t.held]
    if ranks:
        held |= {key for key in TITLES if _TITLE_ORDER.index(key) <= max(ranks)}
    return held

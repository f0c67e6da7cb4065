"""The answer in sentences: what a page, a print and a table show first."""

from __future__ import annotations

from typing import Any

from .overpass import settled
from .person import Person
from .policy import DOCUMENT
from .targets import NAMES, SKILLS, TITLES, Target
from .verdicts import hangs

Results = dict[str, dict[str, Any]]

VALIDITY = f"本站所用的{DOCUMENT}文本没有写印发日期和有效期，请先核对是否仍然有效（解读A46）。"


def answer(person: Person, results: Results, found: list[Target]) -> dict[str, Any]:
    """``headline``, the one sentence on top, and ``more``, what follows it, from the targets and their results.

    A day that is certain is said first; that the same level may open earlier, if an office confirms it, comes after.
    """
    no_need = settled(person)
    keys = [key for key in results if key not in no_need]
    today = person.as_of.isoformat()
    now = [key for key in keys if results[key]["status"] == "eligible"]
    sure = [key for key in keys if key not in now and (results[key]["certain"] or "") > today]
    later = [key for key in keys if key not in sure and _opens_later(results[key], today)]
    ask = [key for key in keys if results[key]["status"] == "needs_confirmation" and not _below(key, now)]
    parts = ([f"现在可申报：{_names(now)}"] if now else []) + _dated(
        person, {target.key: target for target in found}, results, [*sure, *later]
    )
    earlier = [key for key in ask if key in sure and results[key]["answered"]]
    ask = [key for key in ask if key not in sure]
    closed = [key for key in keys if results[key]["status"] == "not_eligible" and key not in (*sure, *later)]
    return _worded(person, results, parts, earlier, ask, closed)


def _worded(
    person: Person, results: Results, parts: list[str], earlier: list[str], ask: list[str], closed: list[str]
) -> dict[str, Any]:
    """The sentences: ``parts`` are what stands on top already, the keys are what is told besides."""
    today = person.as_of.isoformat()
    sentences = [f"如果有关单位确认，现在就可申报：{_names(earlier)}。"] if earlier else []
    known = [key for key in ask if results[key]["answered"]]
    waiting = [key for key in ask if not results[key]["answered"]]
    if known and parts:
        sentences.append(f"还可以向有关单位确认：{_open(results, known, today)}。")
    elif known:
        parts = [f"须先向有关单位确认：{_open(results, known, today)}"]
    if waiting and parts:
        sentences.append(f"还有问题没有答，暂时说不定：{_open(results, waiting, today)}。")
    elif waiting:
        parts = ["还有问题没有答，答完才能说可以申报哪一级"]
    if closed and parts:
        sentences.append(f"目前不可申报：{_names(closed)}。")
    parts = parts or ["目前没有可以按本办法申报的新等级"]
    more = [*sentences, *_problems(person), f"年限算到 {today}。", VALIDITY]
    return {"headline": "；".join(parts) + "。", "more": more}


def _opens_later(result: dict[str, Any], today: str) -> bool:
    return result["status"] == "not_eligible" and (result["earliest"] or "") > today


def _below(key: str, open_now: list[str]) -> bool:
    """Whether a higher level of the same ladder is open already, so that this one needs no asking."""
    ladder = next((ladder for ladder in (SKILLS, TITLES) if key in ladder), ())
    return any(other in ladder[ladder.index(key) + 1 :] for other in open_now) if ladder else False


def _open(results: Results, keys: list[str], today: str) -> str:
    """Open targets, each with the day on which its years are complete, where that is still to come."""
    return "、".join(
        NAMES[key] + (f"（最晚 {day} 满年限）" if (day := results[key]["earliest"] or "") > today else "")
        for key in keys
    )


def _names(keys: list[str]) -> str:
    return "、".join(NAMES[key] for key in keys)


def _dated(person: Person, found: dict[str, Target], results: Results, keys: list[str]) -> list[str]:
    by_day: dict[str, list[str]] = {}
    for key in keys:
        by_day.setdefault(_start(person, found[key], results[key]), []).append(key)
    return [f"{start}：{_names(together)}" for start, together in sorted(by_day.items())]


def _start(person: Person, target: Target, result: dict[str, Any]) -> str:
    """From when: a certain day; a day on which questions still hang; or one that an office has to confirm."""
    if result["certain"]:
        return f"{result['certain']} 起可申报"
    if hangs(person, target, result["earliest"]):
        return f"别的条件都符合的话，{result['earliest']} 起可申报"
    return f"{result['earliest']} 起可申报，但要先确认几件事"


def _problems(person: Person) -> list[str]:
    return ["填的内容有几处要核对，见“要核对的内容”。"] if person.problems else []

"""The interview: which of the open questions stand together on one screen, and which screen comes next.

Screens hold what the visitor answers in one go; what an office judges stands on one checklist. Nothing here changes an
answer: it only puts ``questions`` into an order that a person can follow, and says early what can be said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from .facts import BY_KEY, TITLE_TO_SKILL, Fact
from .overpass import settled
from .person import Person
from .targets import NAMES, SKILLS, TITLES


@dataclass(frozen=True, slots=True)
class Screen:
    """Questions asked together. ``judged``: an office decides them, and the visitor only says what is known."""

    id: str
    title: str
    help: str = ""
    judged: bool = False


CERTIFICATES = "certificates"
SCREENS: tuple[Screen, ...] = (
    Screen(CERTIFICATES, "你现在有什么证书？", "职称和技能证书都写上。写一张就能看到第一个答案。"),
    Screen("work", "你在哪里工作？"),
    Screen("series", "想评哪个系列的职称？"),
    Screen(
        "checklist",
        "这几件事，由单位和评审机构来定",
        "你知道结果就选，不知道就选“不确定”。选“不确定”不会变成“不可申报”，结果里会写明问谁。",
        judged=True,
    ),
    Screen("experience", "你的经历"),
    Screen("age", "年龄和退休", "只影响职称评审。只在你的设备上算。"),
    Screen("honours", "荣誉和推荐"),
    Screen("channel", "去哪里办", "这几问不影响能不能申报，只决定交到哪里、能不能免考。"),
)
BY_ID = {screen.id: screen for screen in SCREENS}


def next_screens(
    person: Person, questions: Sequence[str], side: Iterable[str], results: dict[str, Any]
) -> list[dict[str, Any]]:
    """The screens still to come, each with its questions (JSON pointers), in the order to ask them.

    ``side`` are the questions that change no target (where to hand in, whether the series is reviewed), see :func:`telling`.
    A question that follows others waits until those were asked.
    """
    found: dict[str, list[str]] = {}
    for at in telling(questions, side, results):
        fact = fact_at(at)
        if _is_due(person, at, fact):
            found.setdefault(fact.screen, []).append(at)
    order = sorted(found, key=lambda screen: screen != CERTIFICATES)
    return [{"screen": screen, "questions": sorted(found[screen], key=_place)} for screen in order]


def telling(questions: Iterable[str], side: Iterable[str], results: dict[str, Any]) -> list[str]:
    """The questions without those about a channel that leads nowhere: every target of its road is shut for good."""
    idle = set(side)
    return [at for at in questions if not (at in idle and _is_shut(fact_at(at), results))]


def so_far(person: Person, results: dict[str, Any]) -> str | None:
    """What the certificates alone say, while questions are still to be answered; ``None`` where nothing or more is known."""
    today = person.as_of.isoformat()
    days: dict[str, list[str]] = {}
    held = settled(person)
    for key in (key for key in (*SKILLS, *TITLES) if key not in held):
        status, earliest = results[key]["status"], results[key]["earliest"]
        if status == "eligible" or (status == "needs_confirmation" and results[key]["answered"]):
            return None
        if earliest and (status == "needs_confirmation" or earliest > today):
            days.setdefault(max(earliest, today), []).append(NAMES[key])
    if not days:
        return None
    parts = (
        f"{'现在' if day == today else f'{day} 起'}可申报：{'、'.join(names)}"
        for day, names in sorted(days.items())
    )
    return f"别的条件都符合的话，{'；'.join(parts)}。"


def fact_at(at: str) -> Fact:
    """The fact that a pointer means, in a list or not."""
    key, *rest = at.split("/")[1:]
    fact = BY_KEY[key]
    return next(item for item in fact.items if item.key == rest[1]) if len(rest) == 2 else fact


def _place(at: str) -> tuple[int, ...]:
    """Where a question stands on its screen: in the order of the facts, entries of a list one after another."""
    key, *rest = at.split("/")[1:]
    keys = list(BY_KEY)
    if len(rest) < 2:
        return (keys.index(key),)
    items = [item.key for item in BY_KEY[key].items]
    return keys.index(key), int(rest[0]), items.index(rest[1])


def _is_shut(fact: Fact, results: dict[str, Any]) -> bool:
    if len(fact.roads) != 1:
        return False
    keys = SKILLS if fact.roads[0] == TITLE_TO_SKILL else TITLES
    return all(results[key]["status"] == "not_eligible" and results[key]["earliest"] is None for key in keys)


def _is_due(person: Person, at: str, fact: Fact) -> bool:
    """Whether everything that this question follows was answered, or passed over."""
    _, key, *rest = at.split("/")
    if rest:
        entry = getattr(person, key)[int(rest[0])]
        return all(
            getattr(entry, other) is not None or f"/{key}/{rest[0]}/{other}" in person.unsure
            for other in fact.follows
        )
    return all(getattr(person, other) is not None or f"/{other}" in person.unsure for other in fact.follows)


__all__ = ["CERTIFICATES", "SCREENS", "Screen", "fact_at", "next_screens", "so_far", "telling"]

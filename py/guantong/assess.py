"""One person's facts in, one result out: the contract's ``assess`` and ``retirement``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from . import chapter_3_channels, chapter_4_channels, retirement
from .answer import answer
from .intake import read
from .interview import next_screens, so_far, telling
from .overpass import overpass
from .person import Person
from .policy import DOCUMENT
from .questions import questions
from .targets import Target, targets
from .timeline import timeline
from .verdicts import Rendered, assess_target, unanswered
from .version import rules_hash

SCHEMA = 1


def assess(facts: object, today: date | None = None) -> dict[str, Any]:
    """Everything the rules say about one person.

    ``facts`` is an object in the contract's form; ``today`` stands in for an absent ``as_of``.
    Raises :class:`guantong.intake.BadInput` with every error.
    """
    person = read(facts) if today is None else read(facts, lambda: today)
    return result(person)


def _others(person: Person, found: list[Target], results: dict[str, Any], asked: list[str]) -> Iterable[str]:
    """Questions that turn nothing, yet keep a target from being answered in full."""
    keeping = (
        at for target in found if not results[target.key]["answered"] for at in unanswered(person, target)
    )
    return (at for at in dict.fromkeys(keeping) if at not in person.unsure and at not in asked)


def _judged(
    person: Person, rendered: Rendered | None
) -> tuple[list[Target], dict[str, Any], dict[str, Any], list[str], frozenset[str]]:
    """The targets, their results, the channel to a skill level, the questions, and those of them that change no target."""
    found = targets(person)
    channel = chapter_3_channels.channel(person)
    has_sessions = any(option["sessions"] for option in channel["options"])
    results = {target.key: assess_target(person, target, has_sessions, rendered) for target in found}
    channel_facts = (*chapter_3_channels.open_facts(person), *chapter_3_channels.theory_open_facts(person))
    return found, results, channel, *questions(person, found, channel_facts)


def _problems(person: Person) -> list[dict[str, str]]:
    return [{"at": at, "says": says} for at, says in person.problems]


def outline(person: Person) -> dict[str, Any]:
    """What a list shows of a person: these keys of :func:`result`, with the same values, but no target has its ``routes``.

    The reasons, the picture and the interview are left out: among thousands of people they are a fifth of the time.
    So are questions about a channel that leads nowhere: who can't apply need not be asked how.
    """
    found, results, skill_channel, asked, side = _judged(person, None)
    return {
        "problems": _problems(person),
        "answer": answer(person, results, found),
        "targets": results,
        "questions": telling(asked, side, results),
        "channel": {"title_to_skill": skill_channel, "skill_to_title": chapter_4_channels.channel(person)},
    }


def result(person: Person) -> dict[str, Any]:
    """The result for checked facts."""
    found, results, skill_channel, asked, side = _judged(person, {})
    ages = retirement.originals(person.sex, person.female_original_retirement_age)
    age = retirement.report(person.birth_date, ages, person.as_of)
    said = answer(person, results, found)
    return {
        "schema": SCHEMA,
        "policy": DOCUMENT,
        "rules": rules_hash(),
        "as_of": person.as_of.isoformat(),
        "problems": _problems(person),
        "answer": said,
        "targets": results,
        "overpass": overpass(person, results, said),
        "questions": asked,
        "interview": {
            "so_far": so_far(person, results),
            "screens": next_screens(person, [*asked, *_others(person, found, results, asked)], side, results),
        },
        "channel": {"title_to_skill": skill_channel, "skill_to_title": chapter_4_channels.channel(person)},
        "retirement": age,
        "timeline": timeline(person, results, age),
    }

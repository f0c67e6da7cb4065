"""What to do with an answer: what would turn a no, who signs what, what to put forward. Asked for after the answer itself."""

from __future__ import annotations

from typing import Any

from . import chapter_3_channels
from .achievements import achievements
from .changes import changes
from .intake import read
from .signatures import for_skill, for_title, recommendations


def advice(given: object) -> dict[str, Any]:
    """``changes`` by target, ``signatures`` by direction, ``recommendations`` of the direct roads, ``achievements``.

    Raises :class:`guantong.intake.BadInput` with every error.
    """
    person = read(given)
    assert isinstance(given, dict)
    options = chapter_3_channels.options(person)
    papers = {paper["id"] for option in options for paper in option["materials"]}
    return {
        "as_of": person.as_of.isoformat(),
        "changes": changes(given, person),
        "signatures": {"title_to_skill": for_skill(person, papers), "skill_to_title": for_title()},
        "recommendations": recommendations(),
        "achievements": achievements(person),
    }

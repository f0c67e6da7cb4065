"""A link into the calculator: named parameters after ``#``, as the page itself writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from guantong.facts import BY_KEY

_NONE = "none"  #: an empty list


def calculator_link(facts: dict[str, Any]) -> str:
    """The part of the address from ``#`` on. Facts that are personal stay out."""
    return "#" + "&".join(f"{name}={quote(value, safe='')}" for name, value in _parameters(facts))


def _parameters(facts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in facts.items():
        if BY_KEY[key].personal:
            continue
        if not isinstance(value, list):
            yield key, _written(value)
        elif not value:
            yield key, _NONE
        for number, entry in enumerate(value if isinstance(value, list) else ()):
            for field, scalar in entry.items():
                yield f"{key}.{number}.{field}", _written(scalar)


def _written(value: bool | int | float | str) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)

"""The readings: where 武人社规〔2022〕2号 is open, silent or damaged, what is taken and whom to ask.

A rule that rests on a reading cites its number; the site publishes the whole list at ``/readings/``.
The entries stand in one module for each subject. This module only joins them in the order of their numbers.
"""

from __future__ import annotations

from guantong.readings import channels, forms, honours, series, skills, timing, titles
from guantong.readings.entry import Reading

__all__ = ["READINGS", "Reading", "reading"]

_PARTS = (timing, skills, channels, series, titles, honours, forms)

READINGS: dict[str, Reading] = {
    entry.number: entry
    for entry in sorted((entry for part in _PARTS for entry in part.ENTRIES), key=lambda entry: entry.number)
}


def reading(number: str) -> Reading:
    """The reading with this number, e.g. ``A02``; ``KeyError`` when there is none."""
    return READINGS[number]

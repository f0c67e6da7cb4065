"""The form of one reading: what the text leaves open and what this project takes it to mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """One declared reading. All text is Chinese and is shown to the public as it stands."""

    number: str  #: A01 … A56; never reused, never renumbered
    subject: str  #: short title, at most 16 characters
    open: str  #: what the policy leaves open
    taken: str  #: the reading taken, with thresholds and the result it leads to
    because: str  #: why this one
    clauses: tuple[str, ...]  #: clause paths as in policy/statements.tsv
    office: str  #: whom to ask

"""A mutation run that was stopped goes on where it stopped, and never on findings about other rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import run as mutation
from .run import UNDECIDED, Log


def test_a_stopped_run_is_gone_on_with(tmp_path: Path) -> None:
    log = Log(tmp_path / "log.tsv", fresh=False)
    log.add("days.f: 1 → 2", UNDECIDED, 1.25)
    log.add("days.f: 1 → 2", "tests/rules/test_days.py::test_f", 2.5)
    log.add("days.f: 3 → 4", "", 0.25)
    again = Log(tmp_path / "log.tsv", fresh=False)
    assert again.found == {"days.f: 1 → 2": "tests/rules/test_days.py::test_f", "days.f: 3 → 4": ""}
    assert again.seconds == 4.0
    assert Log(tmp_path / "log.tsv", fresh=True).found == {}


def test_what_was_found_on_other_rules_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Log(tmp_path / "log.tsv", fresh=False).add("days.f: 1 → 2", "a test", 1.0)
    monkeypatch.setattr(mutation, "rules_hash", lambda: "others")
    assert Log(tmp_path / "log.tsv", fresh=False).found == {}

"""The parts of the quick form, as a watched server sees them, and one that knows too little."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, replace
from pathlib import Path

from site_build import lean, quick, runtime, trial
from site_build.paths import CALCULATOR
from tests.browser.support.watched import Watched
from tests.helpers.image import data_of, with_run

IMAGE = r"/image-[0-9a-f]+\.bin"
TABLES = r"/tables-[0-9a-f]+\.bin"
WASM = r"/quick-[0-9a-f]+\.wasm"
FACTS = {
    "as_of": "2026-01-01",
    "titles": [{"level": "assistant", "obtained": "2022-05-20"}],
    "works_in_wuhan": True,
}
FACTS_LINK = "as_of=2026-01-01&titles.0.level=assistant&titles.0.obtained=2022-05-20&works_in_wuhan=true"
_WHOLE = "/assets/calculator/python-"


def is_whole(own: Watched) -> bool:
    """Whether the whole form was asked for."""
    return any(path.startswith(_WHOLE) for path in own.asked)


def without_functions() -> dict[str, bytes]:
    """A quick form whose wasm knows how to start, and stops at the first question."""
    image = quick.image_of(_archives())
    return _pieces(quick.without_tables(image, quick.profile(image, ())))


def without_library() -> dict[str, bytes]:
    """One whose Python stops at the first answer: the functions that write JSON are traps too."""
    archives = _archives()
    called = quick.called(quick.image_of(archives), trial.wide())
    kept = b"\n".join(line for line in called.splitlines() if b"/json/encoder.py:" not in line)
    assert kept != called
    full, image = (quick.image_of(archives | {"called": lines}) for lines in (called, kept))
    return _pieces(quick.without_tables(image, quick.profile(full, trial.wide())))


def _archives() -> dict[str, bytes]:
    rules = runtime.packed_rules()
    return {"stdlib": lean.library(rules).lean, "rules": rules}


def with_a_hole(site: Path) -> dict[str, bytes]:
    """The quick form with one more table kept back, which every date needs: the days of the months."""
    folder = site / CALCULATOR
    named = json.loads((folder / "manifest.json").read_text("utf-8"))["pieces"]["quick"]
    made = quick.Quick(**{part: (folder / piece["name"]).read_bytes() for part, piece in named.items()})
    place = data_of(folder / named["wasm"]["name"]).index(_DAYS)
    empty = bytes(len(_DAYS))
    image, tables = with_run(made.image, place, empty), with_run(made.tables, place, _DAYS)
    return _pieces(replace(made, image=image, tables=tables))


_DAYS = struct.pack("<13i", 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _pieces(made: quick.Quick) -> dict[str, bytes]:
    return {f"quick.{part}": data for part, data in asdict(made).items()}

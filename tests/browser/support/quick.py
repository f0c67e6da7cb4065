"""The parts of the quick form, as a watched server sees them, and one that knows too little."""

from __future__ import annotations

from site_build import lean, quick, runtime, trial
from tests.browser.support.watched import Watched

IMAGE = r"/image-[0-9a-f]+\.bin"
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


def forgetful_wasm() -> bytes:
    """A trimmed wasm that knows how to start, and stops at the first question."""
    rules = runtime.packed_rules()
    stdlib = lean.library(rules).lean
    image = trial.run("image", {"stdlib": stdlib, "rules": rules}, trial.questions(), ".bin")
    started = trial.run("profile", {"stdlib": quick.NO_LIBRARY, "image": image}, ())
    return quick.trimmed(started)

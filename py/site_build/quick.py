"""The quick form of the runtime: a memory image in place of the start, a wasm trimmed to what the rules call.

A function that no trial called stops the program at once, so a miss can never become another answer: the page then starts
the whole form and asks again. Each step is tried while it is built; where one fails, the page does without the quick form.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from site_build import node, trial
from site_build.archive import pack

#: An image brings its library along.
NO_LIBRARY = pack({})


@dataclass(frozen=True, slots=True)
class Quick:
    """Two files that belong together."""

    wasm: bytes
    image: bytes


def slim_wasm() -> bytes:
    """Pyodide's wasm without the exports that only binary packages use."""
    return _trim("-", b"")


def slim_glue() -> bytes:
    """The glue that goes with it, also with the trimmed one."""

    def make(product: Path, _: Path) -> None:
        node.run("runtime/trim.mjs", "-", product)

    return node.kept((node.runtime_source(), "glue"), ".mjs", make)


def quick(stdlib: bytes, rules: bytes) -> Quick | None:
    """The quick form for this library and these rules; None, with loud words, where a step fails."""
    try:
        return _made(stdlib, rules)
    except RuntimeError as fault:
        print(
            f"!! THE QUICK FORM IS LEFT OUT, the page starts the whole one. {fault}",
            file=sys.stderr,
            flush=True,
        )
        return None


def _made(stdlib: bytes, rules: bytes) -> Quick:
    image = trial.run("image", {"stdlib": stdlib, "rules": rules}, trial.questions(), ".bin")
    restored = {"stdlib": NO_LIBRARY, "image": image}
    wasm = trimmed(trial.run("profile", restored, trial.wide()))
    tried = trial.ask({**restored, "wasm": wasm, "glue": slim_glue()})
    trial.check(tried["replies"], "the trimmed wasm")
    return Quick(wasm, image)


def trimmed(profile: bytes) -> bytes:
    """The wasm in which only the functions of the profile are left; every other one stops the program."""
    return _trim("profile.json", profile)


def _trim(profile: str, data: bytes) -> bytes:
    def make(product: Path, scratch: Path) -> None:
        given = scratch / profile
        if data:
            given.write_bytes(data)
        node.run("runtime/trim.mjs", given if data else profile, product)

    return node.kept((node.runtime_source(), profile, data), ".wasm", make)

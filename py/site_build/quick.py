"""The quick form of the runtime: a memory image in place of the start, a wasm trimmed to what the rules call.

A function that no trial called, of the wasm or of Python's own library, stops the program at once, so a miss can never become
another answer: the page then starts the whole form and asks again. Each step is tried while it is built; where one fails, the page does without the quick form.

Tables that no trial read are left out of the wasm too. What is missing there stops nothing, so the page fetches them after the
first answer, puts them back and asks again (``calculator/runtime/tables.mjs``).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from site_build import node, trial
from site_build.archive import pack

#: An image brings its library along.
NO_LIBRARY = pack({})

WASM_OPT = node.CALCULATOR / "node_modules" / "binaryen" / "bin" / "wasm-opt"
#: What Pyodide's wasm is written in, and nothing newer.
FEATURES = (
    *("exception-handling", "bulk-memory", "bulk-memory-opt", "sign-ext", "nontrapping-float-to-int"),
    *("mutable-globals", "reference-types", "multivalue", "call-indirect-overlong"),
)
OPTIMISE = ("-O2", *(f"--enable-{name}" for name in FEATURES))


@dataclass(frozen=True, slots=True)
class Quick:
    """Three files that belong together."""

    wasm: bytes
    image: bytes
    tables: bytes  #: what the wasm's data lacks, put back after the first answer


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
    archives = {"stdlib": stdlib, "rules": rules}
    image = image_of(archives | {"called": called(image_of(archives), trial.wide())})
    made = without_tables(image, profile(image, trial.wide()))
    made = replace(made, wasm=optimised(made.wasm))
    given = {"stdlib": NO_LIBRARY, "image": made.image, "wasm": made.wasm, "glue": slim_glue()}
    trial.check(trial.ask(given)["replies"], "the trimmed wasm")
    trial.check(trial.ask(given | {"tables": made.tables})["replies"], "the trimmed wasm with its tables")
    return made


def image_of(parts: dict[str, bytes]) -> bytes:
    """The memory of Python with the rules, once it has answered. With ``called`` among the parts, the functions of the library
    that it doesn't name are traps; without, the image notes which are called."""
    return trial.run("image", parts, trial.questions(), ".bin")


def called(image: bytes, asked: tuple[trial.Question, ...]) -> bytes:
    """The functions of Python's library that are called while these questions are answered, a line each."""
    lines = {
        line for half in _in_halves("called", image, asked, ".txt") for line in half.decode().split("\n")
    }
    return "\n".join(sorted(lines)).encode()


def profile(image: bytes, asked: tuple[trial.Question, ...]) -> bytes:
    """What the wasm does while these questions are answered, as ``profile.mjs`` writes it."""
    first, second = (json.loads(half) for half in _in_halves("profile", image, asked, ".json"))
    both = {key: sorted({*first[key], *second[key]}) for key in ("used", "read")}
    return json.dumps({"count": first["count"], **both}).encode()


def _in_halves(program: str, image: bytes, asked: tuple[trial.Question, ...], suffix: str) -> Iterable[bytes]:
    """What a program notes of either half of the questions, asked at once."""
    restored = {"stdlib": NO_LIBRARY, "image": image}
    with ThreadPoolExecutor() as pool:
        return list(
            pool.map(lambda some: trial.run(program, restored, some, suffix), (asked[::2], asked[1::2]))
        )


def without_tables(image: bytes, profile: bytes) -> Quick:
    """The wasm trimmed by this profile, without the tables that it doesn't read, and what belongs to it."""
    wasm = trimmed(profile)

    def make(product: Path, scratch: Path) -> None:
        parts = {"profile.json": profile, "in.wasm": wasm, "in.bin": image}
        for name, data in parts.items():
            (scratch / name).write_bytes(data)
        node.run("runtime/tables.mjs", *(scratch / name for name in parts), product)

    made_of = (node.runtime_source(), "tables", profile, wasm, image)
    return Quick(*(node.kept(made_of, suffix, make) for suffix in (".wasm", ".bin", ".tables")))


def optimised(wasm: bytes) -> bytes:
    """The same wasm as Binaryen's optimiser leaves it: a tenth smaller, as so much of it is never reached any more."""

    def make(product: Path, scratch: Path) -> None:
        (scratch / "in.wasm").write_bytes(wasm)
        node.run(str(WASM_OPT), scratch / "in.wasm", *OPTIMISE, "-o", product)

    return node.kept((WASM_OPT.read_bytes(), *OPTIMISE, wasm), ".wasm", make)


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

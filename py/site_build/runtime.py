"""What the calculator loads: bundles, Pyodide, the packed rules and a list of them, all named by content.

The same sources give the same bytes: archives are sorted and undated, names carry the hash of what they hold.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import guantong
from guantong.version import rules_hash
from site_build import lean, node
from site_build.archive import compiled, package
from site_build.compressed import make_copies, packed_bytes
from site_build.more import MORE
from site_build.quick import Quick, quick, slim_wasm

RULES_PLACE = "/rules.zip"
#: Parts of the package that only the site build uses.
NOT_IN_PAGE = ("guantong/tables/", "guantong/policy/source.txt", "guantong/policy/plain.tsv")

#: What the whole form fetches besides the worker's script.
WHOLE = ("wasm", "stdlib", "rules")

Piece = dict[str, Any]


def build(out: Path) -> None:
    """Write what the calculator loads into ``out``; ``manifest.json`` names it all.

    Raises ``RuntimeError`` with a plain sentence where Node or the calculator's packages are missing.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        _fill(out, Path(scratch))


def _fill(out: Path, scratch: Path) -> None:
    rules = packed_rules()
    worker = _bundle("src/worker/worker.ts", scratch / "worker.js")
    pieces: Piece = {
        "wasm": _place(out, "python", "wasm", slim_wasm()),
        "rules": _place(out, "rules", "zip", rules),
        "worker": _place(out, "worker", "js", worker),
    }
    with ThreadPoolExecutor(max_workers=1) as aside:
        # What follows keeps one processor busy; the largest file, packed for good, the other.
        packed = aside.submit(make_copies, [out / pieces["wasm"]["name"]])
        library = lean.library(rules)
        pieces["stdlib"] = _place(out, "stdlib", "zip", library.lean)
        pieces["more"] = _more(out, library.rest)
        others = aside.submit(make_copies, [path for path in out.iterdir() if path.suffix == ".zip"])
        pieces["quick"] = _quick(out, quick(library.lean, rules))
        packed.result()
        others.result()
    whole = (pieces[name] for name in WHOLE)
    for piece in (pieces["worker"], *(pieces["quick"] or {}).values(), *whole):
        piece["sent"] = packed_bytes(out / piece["name"])
    pieces_file = scratch / "pieces.json"
    pieces_file.write_text(json.dumps(pieces), encoding="utf-8")
    page = _bundle("src/main.ts", scratch / "main.js", pieces_file)
    papers = _bundle("src/papers/main.ts", scratch / "papers.js", pieces_file)
    manifest = {
        "script": _place(out, "calculator", "js", page)["name"],
        "papers_script": _place(out, "papers", "js", papers)["name"],
        "style": _place(out, "calculator", "css", _style())["name"],
        "rules": rules_hash(),
        "early": _early(pieces),
        "later": _later(pieces),
        "pieces": pieces,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (out / "manifest.json").write_text(text, encoding="utf-8")


def packed_rules() -> bytes:
    """The package as a zip that Python imports from, with the rules' version written into it."""
    files = package(Path(guantong.__file__).parent)
    files = {name: data for name, data in files.items() if not name.startswith(NOT_IN_PAGE)}
    files["guantong/_build.py"] = f'"""Written by the site build."""\n\nRULES = "{rules_hash()}"\n'.encode()
    return compiled(files, RULES_PLACE, level=2)


def _quick(out: Path, made: Quick | None) -> Piece | None:
    if made is None:
        return None
    return {
        "wasm": _place(out, "quick", "wasm", made.wasm),
        "image": _place(out, "image", "bin", made.image),
        "tables": _place(out, "tables", "bin", made.tables),
    }


def _early(pieces: Piece) -> list[str]:
    """What every start fetches."""
    quick = pieces["quick"]
    first = [quick["wasm"], quick["image"]] if quick else [pieces[name] for name in WHOLE]
    return [piece["name"] for piece in (pieces["worker"], *first)]


def _later(pieces: Piece) -> list[str]:
    """What the page fetches once it has its first answer."""
    return [pieces["quick"]["tables"]["name"]] if pieces["quick"] else []


def _more(out: Path, rest: bytes) -> dict[str, Piece]:
    """The archives on demand, with what each needs before it."""
    placed = {"rest": _place(out, "rest", "zip", rest) | {"needs": []}}
    for name, more in MORE.items():
        archive = compiled(more.files(), f"/more/{name}.zip", more.level)
        placed[name] = _place(out, name, "zip", archive) | {"needs": list(more.needs)}
    return placed


def _style() -> bytes:
    parts = sorted((node.CALCULATOR / "style").glob("*.css"))
    return b"\n".join(part.read_bytes() for part in parts)


def _place(out: Path, stem: str, suffix: str, data: bytes) -> Piece:
    """Write ``data`` under a name that holds its hash."""
    digest = hashlib.sha256(data).hexdigest()
    name = f"{stem}-{digest[:12]}.{suffix}"
    (out / name).write_bytes(data)
    return {"name": name, "bytes": len(data), "sha256": digest}


def _bundle(entry: str, out: Path, *rest: Path) -> bytes:
    node.run("build.mjs", entry, out, *rest)
    return out.read_bytes()

"""What the calculator loads: bundles, Pyodide, the packed rules and a list of them, all named by content.

The same sources give the same bytes: archives are sorted and undated, names carry the hash of what they hold.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import guantong
from guantong.version import rules_hash

ROOT = Path(__file__).resolve().parents[2]
CALCULATOR = ROOT / "calculator"
CACHE = ROOT / "build" / "compiled"
PYODIDE = CALCULATOR / "node_modules" / "pyodide"
EPOCH = (1980, 1, 1, 0, 0, 0)


def build(out_dir: Path) -> None:
    """Write what the calculator loads into ``out_dir``; ``manifest.json`` names the script and the style.

    Raises ``RuntimeError`` with a plain sentence where Node or the calculator's packages are missing.
    """
    node = _node()
    out_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        _fill(out_dir, node, Path(scratch))


def _fill(out: Path, node: str, scratch: Path) -> None:
    worker = _bundle(node, "src/worker/worker.ts", scratch / "worker.js")
    pieces = {
        "wasm": _place(out, "python", "wasm", (PYODIDE / "pyodide.asm.wasm").read_bytes()),
        "stdlib": _place(out, "stdlib", "zip", compiled(node, _stdlib(), "/lib/python314.zip", level=2)),
        "rules": _place(out, "rules", "zip", compiled(node, packed_rules(), "/rules.zip", level=0)),
        "worker": _place(out, "worker", "js", worker),
    }
    pieces_file = scratch / "pieces.json"
    pieces_file.write_text(json.dumps(pieces), encoding="utf-8")
    page = _bundle(node, "src/main.ts", scratch / "main.js", pieces_file)
    style = _style()
    manifest = {
        "script": _place(out, "calculator", "js", page)["name"],
        "style": _place(out, "calculator", "css", style)["name"],
        "rules": rules_hash(),
        "pieces": pieces,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (out / "manifest.json").write_text(text, encoding="utf-8")


def _stdlib() -> bytes:
    return (PYODIDE / "python_stdlib.zip").read_bytes()


def compiled(node: str, archive: bytes, place: str, level: int) -> bytes:
    """The archive with its Python compiled by the browser's own Python; kept in ``build/`` for the next time."""
    program = (CALCULATOR / "compile.mjs").read_bytes() + (PYODIDE / "package.json").read_bytes()
    key = hashlib.sha256(b"\0".join((program, archive, place.encode(), bytes([level])))).hexdigest()
    kept = CACHE / f"{key}.zip"
    if not kept.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        given = kept.with_suffix(".in")
        made = kept.with_suffix(".out")
        given.write_bytes(archive)
        _run([node, "compile.mjs", str(given), str(made), place, str(level)])
        given.unlink()
        made.replace(kept)
    return kept.read_bytes()


def packed_rules() -> bytes:
    """The package as a zip that Python imports from, with the rules' version written into it."""
    source = Path(guantong.__file__).parent
    files = {
        path.relative_to(source.parent).as_posix(): path.read_bytes()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    build_note = f'"""Written by the site build."""\n\nRULES = "{rules_hash()}"\n'
    files["guantong/_build.py"] = build_note.encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def _style() -> bytes:
    parts = sorted((CALCULATOR / "style").glob("*.css"))
    return b"\n".join(part.read_bytes() for part in parts)


def _place(out: Path, stem: str, suffix: str, data: bytes) -> dict[str, str | int]:
    """Write ``data`` under a name that holds its hash."""
    name = f"{stem}-{hashlib.sha256(data).hexdigest()[:12]}.{suffix}"
    (out / name).write_bytes(data)
    return {"name": name, "bytes": len(data)}


def _bundle(node: str, entry: str, out: Path, *rest: Path) -> bytes:
    _run([node, "build.mjs", entry, str(out), *map(str, rest)])
    return out.read_bytes()


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=CALCULATOR, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command[1:3])} failed:\n{done.stderr or done.stdout}")


def _node() -> str:
    """The Node on the path, else the one of this environment."""
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.prefix) / "bin"))
    if node is None:
        raise RuntimeError("Node was not found. `make setup` installs it.")
    if not PYODIDE.is_dir():
        raise RuntimeError("The calculator's packages are missing. Run `npm ci --prefix calculator`.")
    return node

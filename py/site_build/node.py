"""Running the Node programs of ``calculator/``, and keeping what they make for the next build."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from site_build.paths import ROOT

CALCULATOR = ROOT / "calculator"
PYODIDE = CALCULATOR / "node_modules" / "pyodide"
KEPT = ROOT / "build" / "kept"  #: products by the hash of all they are made of


def run(program: str, *arguments: Path | str) -> str:
    """Run ``calculator/<program>``; its standard output. Raises ``RuntimeError`` with what it said when it fails."""
    command = [executable(), program, *map(str, arguments)]
    done = subprocess.run(command, cwd=CALCULATOR, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command[1:3])} failed:\n{done.stderr or done.stdout}")
    return done.stdout


def kept(made_of: tuple[bytes | str, ...], suffix: str, make: Callable[[Path, Path], None]) -> bytes:
    """What ``make`` writes to its first argument (the second is an empty folder), made once for each ``made_of``."""
    digest = hashlib.sha256()
    for part in made_of:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "little") + data)
    place = KEPT / f"{digest.hexdigest()}{suffix}"
    if not place.is_file():
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=KEPT) as scratch:
            product = Path(scratch) / f"product{suffix}"
            (Path(scratch) / "in").mkdir()
            make(product, Path(scratch) / "in")
            product.replace(place)
    return place.read_bytes()


def source(*names: str) -> bytes:
    """The texts of programs of ``calculator/`` and the version of Pyodide, as part of a key."""
    return b"\0".join([*((CALCULATOR / name).read_bytes() for name in names), _pyodide()])


def runtime_source() -> bytes:
    """The same for all programs that start Python."""
    programs = sorted((CALCULATOR / "runtime").glob("*.*"))
    shared = ("src/worker/image.ts", "src/worker/crossing.ts")
    return source(*shared, *(f"runtime/{path.name}" for path in programs))


def _pyodide() -> bytes:
    if not PYODIDE.is_dir():
        raise RuntimeError("The calculator's packages are missing. Run `npm ci --prefix calculator`.")
    return (PYODIDE / "package.json").read_bytes()


def executable() -> str:
    """The Node on the path, else the one of this environment."""
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.prefix) / "bin"))
    if node is None:
        raise RuntimeError("Node was not found. `make setup` installs it.")
    _pyodide()
    return node

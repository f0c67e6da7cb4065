"""The pages that are compared, put together under ``build/bench`` with compressed copies of every file."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import guantong
from guantong.assess import assess
from guantong.intake import BadInput
from site_build import archive, node
from site_build.compressed import compress
from site_build.paths import ROOT, SITE
from tests.bench.host import Variant
from tests.browser.support.people import worked

HERE = Path(__file__).parent
PLACE = ROOT / "build" / "bench"
PACKAGES = HERE / "node_modules"
PYODIDE_FILES = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)

#: Name in the table → what it is.
NAMES = {
    "ours": "本站计算页",
    "stock": "原样的 Pyodide（同样的规则，在 worker 里）",
    "pyscript": "PyScript（同样的规则，在 worker 里）",
    "micropython": "MicroPython（只有一条规则：Python 的下限）",
    "publicodes": "publicodes（只有一条规则，JavaScript：网页的下限）",
}


def variants() -> dict[str, Variant]:
    """Everything that can be compared here: without the bench's packages, only our page and stock Pyodide."""
    if PLACE.exists():
        shutil.rmtree(PLACE)
    found = {"ours": Variant(SITE, "calc/"), "stock": Variant(_stock())}
    if PACKAGES.is_dir():
        found |= {"pyscript": Variant(_pyscript()), "micropython": Variant(_micropython())}
        found |= {"publicodes": Variant(_publicodes())}
    compress(PLACE)
    return found


def people() -> list[dict[str, object]]:
    """Whom the pages are asked about: the worked cases."""
    found = [facts for facts in worked() if _is_good(facts)]
    return found[: len(found) // 100 * 100]


def _is_good(facts: dict[str, object]) -> bool:
    try:
        assess(facts)
    except BadInput:
        return False
    return True


def _page(name: str) -> Path:
    folder = PLACE / name
    shutil.copytree(HERE / "pages" / name, folder)
    return folder


def _stock() -> Path:
    folder = _page("stock")
    _add_pyodide(folder)
    return folder


def _pyscript() -> Path:
    folder = _page("pyscript")
    _add_pyodide(folder)
    shutil.copytree(
        PACKAGES / "@pyscript" / "core" / "dist", folder / "pyscript", ignore=shutil.ignore_patterns("*.map")
    )
    return folder


def _micropython() -> Path:
    folder = _page("micropython")
    (folder / "micropython").mkdir()
    for name in ("micropython.mjs", "micropython.wasm"):
        source = PACKAGES / "@micropython" / "micropython-webassembly-pyscript" / name
        shutil.copyfile(source, folder / "micropython" / name)
    return folder


def _publicodes() -> Path:
    folder = _page("publicodes")
    source = folder / "page.src.mjs"
    bundled = ["--bundle", "--minify", "--format=esm", f"--outfile={folder / 'page.mjs'}"]
    esbuild = node.CALCULATOR / "node_modules" / ".bin" / "esbuild"
    named = f"--alias:publicodes={PACKAGES / 'publicodes' / 'dist' / 'index.js'}"
    subprocess.run([str(esbuild), str(source), *bundled, named], check=True, capture_output=True)
    source.unlink()
    return folder


def _add_pyodide(folder: Path) -> None:
    """Pyodide as it is published, and the rules as they are written."""
    (folder / "pyodide").mkdir()
    for name in PYODIDE_FILES:
        shutil.copyfile(node.PYODIDE / name, folder / "pyodide" / name)
    files = archive.package(Path(guantong.__file__).parent)
    (folder / "rules.zip").write_bytes(archive.pack(files))


def people_json() -> bytes:
    """The same as JSON."""
    return json.dumps(people(), ensure_ascii=False).encode()

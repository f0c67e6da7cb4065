"""Archives that Python imports from: the same files give the same bytes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from site_build import node

EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(files: dict[str, bytes]) -> bytes:
    """A zip of ``files``, sorted, undated and stored: brotli over the whole does better than deflating each."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The files of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def package(folder: Path) -> dict[str, bytes]:
    """The files of a Python package, named from the folder that holds it."""
    return {
        path.relative_to(folder.parent).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def compiled(files: dict[str, bytes], place: str, level: int) -> bytes:
    """A zip of ``files`` with the Python compiled by the browser's own Python, to lie at ``place``.

    ``level`` is the optimisation: 2 drops docstrings and assertions, 0 keeps both.
    """
    archive = pack(files)

    def make(product: Path, scratch: Path) -> None:
        given = scratch / "given.zip"
        given.write_bytes(archive)
        node.run("runtime/compile.mjs", given, product, place, str(level))

    return node.kept((node.source("runtime/compile.mjs"), archive, place, str(level)), ".zip", make)

"""Which rules these are: a hash over the package's own text, fixed at build time where the text is not there."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_BUILT = "guantong._build"


@cache
def rules_hash() -> str:
    """Twelve hexadecimal digits that change with any rule, list or sentence of the package."""
    if find_spec(_BUILT) is not None:
        return str(import_module(_BUILT).RULES)
    # Only where no build fixed it: these two are a large part of what an import of the rules would cost a page.
    import hashlib
    from importlib import resources

    digest = hashlib.sha256()
    for name, data in sorted(_texts(resources.files("guantong"), "")):
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()[:12]


def _texts(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in folder.iterdir():
        name = f"{path}/{item.name}"
        if item.is_dir() and item.name != "__pycache__":
            found += _texts(item, name)
        elif item.name.endswith((".py", ".tsv", ".txt")):
            found.append((name, item.read_bytes()))
    return found

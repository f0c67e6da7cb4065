"""What the worker asks of Python: add an archive of packages, call a function of one."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any


def add(place: str) -> None:
    """Make the packages of an archive importable, also further parts of packages that are here already."""
    sys.path.append(place)
    for module in list(sys.modules.values()):
        parts = getattr(module, "__path__", None)
        if isinstance(parts, list):
            parts.append(f"{place}/{module.__name__.replace('.', '/')}")


def call(function: str, *given: Any) -> str | bytes:
    """Call ``package.module.function``. Bytes arrive as JavaScript's; the function gets ``str`` and ``bytes``."""
    module, _, name = function.rpartition(".")
    words = [item if isinstance(item, str) else item.to_bytes() for item in given]
    answer: str | bytes = getattr(import_module(module), name)(*words)
    return answer

"""What the worker asks of Python: an answer of the rules, to add an archive of packages, to call a function of one."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from guantong import cli


def answer(command: str, text: str) -> tuple[int, bytes, str]:
    """``guantong.cli.answer``; what it writes is given as UTF-8, which crosses to JavaScript many times faster than text."""
    status, out, err = cli.answer(command, text)
    return status, _utf8(out), err


def add(place: str) -> None:
    """Make the packages of an archive importable, also further parts of packages that are here already."""
    sys.path.append(place)
    for module in list(sys.modules.values()):
        parts = getattr(module, "__path__", None)
        if isinstance(parts, list):
            parts.append(f"{place}/{module.__name__.replace('.', '/')}")


def call(function: str, *given: Any) -> tuple[bool, bytes]:
    """Call ``package.module.function``: whether it gives text, and its bytes. Bytes arrive as JavaScript's; it gets ``bytes``."""
    module, _, name = function.rpartition(".")
    words = [item if isinstance(item, str) else item.to_bytes() for item in given]
    value: str | bytes = getattr(import_module(module), name)(*words)
    return (True, _utf8(value)) if isinstance(value, str) else (False, value)


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
